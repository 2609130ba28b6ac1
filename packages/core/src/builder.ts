// The declaration functions and types for layers. Applications do not need them.
export type { BatchDeclaration } from './declaration/batch-declaration.js';
export {
  alreadyExists,
  capacity,
  conflict,
  denied,
  inParent,
  invalidRequest,
  notRetryable,
  notFound,
  retryable,
  quota,
  serviceError,
  whenGiven,
  whenMessage,
  withoutStatement,
  throttled,
  type ErrorRule,
  type ErrorTable,
} from './translation/error-table.js';
export { checkBody, takeBody } from './http/check-body.js';
export { decodeWords } from './http/encode-words.js';
export { listOperation, type ListDeclaration, type ListOperation } from './define/list-operation.js';
export { stream, type Stream, type StreamDeclaration, type StreamOperation } from './define/stream.js';
export type { CallOptions, WaitableCallOptions } from './declaration/call-options.js';
export type { FilterInput } from './declaration/filter-input.js';
export type { Declaration } from './declaration/declaration.js';
export { consumer, type ConsumerDeclaration } from './define/consumer.js';
export { infoOf, type DeclaredFunction, type FunctionInfo } from './declaration/info.js';
export { operation, type Operation, type WaitableOperation } from './define/operation.js';
export type { Permission, PermissionSpec } from './declaration/permission.js';
export { type FormCondition, type PresignedForm, presignForm } from './signing/presign-form.js';
export { presignRequest, type PresignedRequest } from './signing/presign-request.js';
export { input, readInput, type AwsInput, type InputFields } from './declaration/read-input.js';
export type { Service } from './declaration/service.js';
export { lazyClient, lazyCommand } from './sdk/lazy.js';
export { awsJson } from './call/protocols/aws-json.js';
export { awsQuery } from './call/protocols/aws-query.js';
export { restJson } from './call/protocols/rest-json.js';
export { restXml } from './call/protocols/rest-xml.js';
export type { LazyProtocol } from './call/protocols/protocol.js';
export { awsNameOf, type CommandInput, type CommandOutput, type CommandType } from './declaration/command-type.js';
export { isRead, type Repeatable } from './declaration/effect-of.js';
export { tokenMemberOf } from './declaration/with-token.js';
export { stopSendingOn } from './call/stop-sending-on.js';
export { overloaded } from './define/overloaded.js';
export { iamPropagation } from './define/iam-propagation.js';
export { loadLane } from './transport/lane/load-lane.js';
export { type OnBlock, readBlocks } from './transport/read-blocks.js';
export { retryWhile, type RetryRule } from './define/retry-while.js';
export { clientSetting } from './declaration/client-setting.js';
export { callListener } from './events/publish.js';
export { addNote } from './errors/add-note.js';
export { createdByEarlierAttempt } from './call/mark-outcome.js';
export { runUserFunction } from './errors/run-user-function.js';
export { isOutcomeUnknown } from './errors/is-outcome-unknown.js';
export { asStepOf } from './translation/as-step-of.js';
export { stepOf } from './translation/step-of.js';
export { asArchError } from './translation/as-arch-error.js';
export { type LocalWork, toLocalError, withLocalErrors } from './translation/to-local-error.js';
export { checkAwsMembers } from './declaration/to-request.js';
export { task, type TaskDeclaration } from './define/task.js';
export { runUndo, type TaskSteps } from './define/task-steps.js';
export { arn, ec2Id, text } from './schema/aws-formats.js';
export { crc32ToBase64 } from './call/crc32-to-base64.js';
export { nodeCrypto } from './call/node-crypto.js';
export { pauseFor } from './session/pause-for.js';
export type { UrlToSign } from './signing/url-to-sign.js';
export { presignUrl } from './signing/presign-url.js';
export { sessionFor } from './session/current-session.js';
export { scheduleFor } from './session/schedule-for.js';
export { sessionTime } from './session/session-time.js';
export { userStateFolder } from './settings/user-state-folder.js';
export { warn } from './session/warn.js';
export { realTimers } from './clock/real-timers.js';
export { unlessAborted } from './clock/unless-aborted.js';
export { untilNextTurn } from './clock/until-next-turn.js';
export { type AwsResource, withAws } from './schema/aws-resource.js';
export { asIs } from './schema/as-is.js';
export { cidrBlock } from './schema/cidr-block.js';
export { each } from './schema/each.js';
export { optionalString } from './schema/optional-string.js';
export { filterRecord, toFilterList, type Filters, type FilterValue } from './schema/filters.js';
export { from } from './schema/from.js';
export { type JsonPlace, jsonText } from './schema/json-text.js';
export { list } from './schema/list.js';
export { maybe } from './schema/maybe.js';
export { noOutput } from './schema/no-output.js';
export { oneOrMore } from './schema/one-or-more.js';
export { openEnum, type Open } from './schema/open-enum.js';
export { parseJson } from './schema/parse-json.js';
export { pluck } from './schema/pluck.js';
export { type ReadAs, readAs, standardSchema } from './schema/read-as.js';
export { resource } from './schema/resource.js';
export type { Schema, StandardSchema } from './schema/schema.js';
export { secret } from './schema/secret.js';
export { tagFilter, type TagLimits, tagRecord } from './schema/tag-record.js';
export { tags, toTagList, type Tags } from './schema/tags.js';
export { toTagSpecifications } from './schema/to-tag-specifications.js';
export * as z from './schema/z.js';
export { checkSqlParameters } from './sql/check-sql-parameters.js';
export { rowMaker } from './sql/row-maker.js';
export { readDouble } from './sql/read-double.js';
export { readExactly } from './sql/read-exactly.js';
export { readInteger } from './sql/read-integer.js';
export { readSqlJson } from './sql/read-sql-json.js';
export { readTimestamp } from './sql/read-timestamp.js';
export { sqlParameterRecord } from './sql/sql-parameter-record.js';
export { type FailedStatement, statementFailed } from './sql/statement-failed.js';
export type { Observation } from './wait/observation.js';
export type { WaitOptions } from './wait/wait-options.js';
export { goalWaiter, type GoalWaiter } from './define/goal-waiter.js';
export { waiter, type Waiter } from './define/waiter.js';
