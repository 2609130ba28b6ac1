import { type CommandType, schemaOf } from '../declaration/command-type.js';
import { effectOf, isRead } from '../declaration/effect-of.js';
import { tokenMemberOf } from '../declaration/with-token.js';
import type { Effect } from '../call/effect.js';

/** Operations of KMS that compute something and store nothing. */
const computes =
  /^(?:Encrypt|Decrypt|ReEncrypt|Sign|Verify|VerifyMac|Generate(?:Mac|Random|DataKey\w*)|DeriveSharedSecret)$/;

/** Verbs of operations that set a value or remove something: once more, they change nothing or are refused. */
const settles =
  /^(?:Admin|Batch)?(?:Delete|Remove|Put|Set|Update|Modify|Replace|Tag|Untag|Enable|Disable|Detach|Disassociate|Deregister|Unassign|Stop|Terminate|Cancel|Abort)(?![a-z])/;

/** Operations without such a verb that replace what is there. */
const replaces = /^(?:BatchWriteItem|CopyObject|UploadPart|UploadPartCopy)$/;

/** Operations that add or count although their verb does not say so. */
const adds = /^(?:UpdateItem|Put(?:Records?|RecordBatch|Events|PartnerEvents|LogEvents|MetricData|TraceSegments))$/;

/**
 * What a command does in AWS, as far as its name and the SDK's schema tell: docs/any-command.md has the table. `repeatable` is what the caller
 * knows better.
 */
export const effectOfCommand = (command: CommandType, repeatable: boolean | undefined): Effect =>
  effectOf({
    command,
    ...(changesNothing(command) && { mutates: false }),
    repeatable: repeatable ?? isRepeatable(command),
  });

const changesNothing = (command: CommandType): boolean =>
  isRead(command) || computes.test(schemaOf(command).name) || /^(?:GET|HEAD)$/.test(methodOf(command) ?? '');

const isRepeatable = (command: CommandType): boolean => {
  if (changesNothing(command) || tokenMemberOf(command) !== undefined || isIdempotent(command)) return true;
  const { name } = schemaOf(command);
  return (settles.test(name) || replaces.test(name) || methodOf(command) === 'DELETE') && !adds.test(name);
};

/** The HTTP method, where the protocol has one per operation. */
const methodOf = (command: CommandType): string | undefined =>
  (traitsOf(command) as { readonly http?: readonly [method: string] }).http?.[0];

/** Whether AWS's model says that the operation is idempotent. */
const isIdempotent = (command: CommandType): boolean => {
  const { traits } = schemaOf(command);
  return typeof traits === 'number' ? (traits & idempotent) !== 0 : 'idempotent' in traitsOf(command);
};

/** The bit of Smithy's trait `idempotent` in the SDK's schemas. */
const idempotent = 2;

const traitsOf = (command: CommandType): object => {
  const { traits } = schemaOf(command);
  return typeof traits === 'object' && traits !== null ? traits : {};
};
