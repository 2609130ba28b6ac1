export { call } from './any-command/call.js';
export { callable, type CallableSettings, type CommandFunction } from './any-command/callable.js';
export type { CommandItem, CommandLists, ItemAt, ListNames, NestedListNames } from './any-command/command-lists.js';
export type { CommandListOptions, CommandOptions } from './any-command/command-options.js';
export type { CommandResult } from './any-command/command-result.js';
export { list } from './any-command/list.js';
export { AccessDeniedError, type AccessDeniedDetails } from './errors/access-denied-error.js';
export { AlreadyExistsError } from './errors/already-exists-error.js';
export { ArchError, type ErrorDetails } from './errors/arch-error.js';
export { CapacityError } from './errors/capacity-error.js';
export { ConflictError } from './errors/conflict-error.js';
export { ConnectionError } from './errors/connection-error.js';
export { CredentialsError } from './errors/credentials-error.js';
export { DeadlineError, deadlineLimits, type DeadlineDetails, type DeadlineLimit } from './errors/deadline-error.js';
export {
  decodeAuthorizationMessage,
  type AuthorizationFailure,
  type DecodeAuthorizationMessage,
} from './permissions/decode-authorization-message.js';
export { InvalidInputError } from './errors/invalid-input-error.js';
export { InvalidRequestError } from './errors/invalid-request-error.js';
export { LocalError, type LocalDetails } from './errors/local-error.js';
export { NotFoundError } from './errors/not-found-error.js';
export { QuotaExceededError } from './errors/quota-exceeded-error.js';
export { ServiceError } from './errors/service-error.js';
export { StatementError, type StatementDetails } from './errors/statement-error.js';
export { ThrottledError } from './errors/throttled-error.js';
export { UnexpectedResponseError } from './errors/unexpected-response-error.js';
export { WaitError, type WaitDetails } from './errors/wait-error.js';
export type {
  ArchEvent,
  AttemptEvent,
  BatchEvent,
  CallEndEvent,
  CallStartEvent,
  CredentialsRenewedEvent,
  EventBase,
  LeftBehindEvent,
  PageEvent,
  PollEvent,
  RedirectEvent,
  RetryEvent,
  WarningEvent,
} from './events/arch-event.js';
export type { EventListener } from './events/publish.js';
export { acrossAccounts, type AccountResult, type AcrossAccounts } from './fan-out/across-accounts.js';
export { acrossRegions, type AcrossRegions, type RegionResult } from './fan-out/across-regions.js';
export type { FanOutOptions } from './fan-out/fan-out-options.js';
export type { ListOperation } from './define/list-operation.js';
export type { Listing } from './listing/listing.js';
export type { Stream, StreamOperation } from './define/stream.js';
export type { CallOptions, WaitableCallOptions } from './declaration/call-options.js';
export type { CommandInput, CommandOutput, CommandType } from './declaration/command-type.js';
export type { DeclaredFunction, PolicyCase, PolicyLimits, PolicyResources } from './declaration/info.js';
export type { Operation, WaitableOperation } from './define/operation.js';
export type { Permission, PermissionSpec } from './declaration/permission.js';
export type { PresignedForm } from './signing/presign-form.js';
export type { PresignedRequest } from './signing/presign-request.js';
export type { AwsInput } from './declaration/read-input.js';
export type { FilterInput } from './declaration/filter-input.js';
export { undoLimitMs } from './define/task-steps.js';
export { checkPermission, type CheckPermission } from './permissions/check-permission.js';
export type { PermissionCheck } from './permissions/permission-check.js';
export type { PolicyDocument, PolicyStatement } from './errors/policy-document.js';
export { policyFor } from './permissions/policy-for.js';
export type { PolicyOptions } from './permissions/policy-options.js';
export type { AwsResource } from './schema/aws-resource.js';
export type { Filters, FilterValue } from './schema/filters.js';
export type { Open } from './schema/open-enum.js';
export type {
  Schema,
  SchemaIssue,
  SchemaResult,
  StandardIssue,
  StandardResult,
  StandardSchema,
} from './schema/schema.js';
export type { Tags } from './schema/tags.js';
export type { AssumeRole } from './credentials/assume-role.js';
export type { ClientType } from './call/client-type.js';
export type { Cancel, Clock } from './clock/clock.js';
export { createSession } from './session/create-session.js';
export type { Credentials, CredentialProvider, CredentialRequest } from './credentials/credentials.js';
export { withSession } from './session/current-session.js';
export type { SessionChoice } from './session/session-choice.js';
export type { Session, SessionOptions } from './session/session.js';
export type { Timeouts } from './clock/timeouts.js';
export type { PayloadSigning } from './call/payload-signing.js';
export type { Transport, TransportOptions, TransportRequest, TransportResponse } from './transport/transport.js';
export type { Progress, WaitOptions } from './wait/wait-options.js';
export type { GoalWaiter } from './define/goal-waiter.js';
export type { Waiter } from './define/waiter.js';
