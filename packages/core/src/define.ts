/**
 * The functions and types for declaring operations, for services that no package of ours has: an operation of your own has the types, checks, errors,
 * permissions and tests of ours.
 *
 * Unstable: names and types of this entry may change in any minor version.
 *
 * @experimental
 * @packageDocumentation
 */
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
  whenMessage,
  withoutStatement,
  throttled,
  type ErrorRule,
  type ErrorTable,
} from './translation/error-table.js';
export { listOperation, type ListDeclaration, type ListOperation } from './define/list-operation.js';
export type { Listing } from './listing/listing.js';
export type { PageDeclaration } from './listing/page-declaration.js';
export type { CallOptions, WaitableCallOptions } from './declaration/call-options.js';
export type { CommandInput, CommandOutput, CommandType } from './declaration/command-type.js';
export type { BaseDeclaration, Declaration, Members, WaitingDeclaration } from './declaration/declaration.js';
export { defineInput as input } from './declaration/define-input.js';
export { awsJson } from './call/protocols/aws-json.js';
export { awsQuery } from './call/protocols/aws-query.js';
export { restJson } from './call/protocols/rest-json.js';
export { restXml } from './call/protocols/rest-xml.js';
export type { LazyProtocol } from './call/protocols/protocol.js';
export type { Repeatable } from './declaration/effect-of.js';
export type { DeclaredFunction } from './declaration/info.js';
export { operation, type Operation, type WaitableOperation } from './define/operation.js';
export type { Permission, PermissionSpec } from './declaration/permission.js';
export type { AwsInput, InputFields } from './declaration/read-input.js';
export type { Service } from './declaration/service.js';
export { task, type TaskDeclaration, type WaitingTask } from './define/task.js';
export type { TaskSteps, UndoStep } from './define/task-steps.js';
export { asIs } from './schema/as-is.js';
export type { AwsResource } from './schema/aws-resource.js';
export { defineOpenEnum as openEnum } from './schema/define-open-enum.js';
export { each } from './schema/each.js';
export type { Field, FieldSpec } from './schema/field.js';
export { optionalString } from './schema/optional-string.js';
export { from } from './schema/from.js';
export { list } from './schema/list.js';
export { maybe } from './schema/maybe.js';
export { noOutput } from './schema/no-output.js';
export type { Open } from './schema/open-enum.js';
export { pluck } from './schema/pluck.js';
export { resource, type ResourceFields } from './schema/resource.js';
export type { Schema } from './schema/schema.js';
export { secret } from './schema/secret.js';
export type { Structure } from './schema/structure.js';
export { tags, toTagList, type Tags } from './schema/tags.js';
export type { ValueType } from './schema/value-type.js';
export { valueTypes as z, type CheckedType, type ValueCheck, type ValueTypes } from './schema/value-types.js';
export type { Observation } from './wait/observation.js';
export type { WaitOptions } from './wait/wait-options.js';
export { waiter, type Waiter, type WaiterDeclaration } from './define/waiter.js';
