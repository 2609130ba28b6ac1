import { input, noOutput, operation, type Operation, z } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { PutObjectRetentionCommand } from '@aws-sdk/client-s3';

import { type ObjectLockMode, objectLockModes } from '../object-settings.js';
import { type ObjectVersionReference, objectVersionReference } from '../object-version-reference.js';

export interface PutObjectRetentionInput extends ObjectVersionReference {
  /** The mode: `GOVERNANCE`, or `COMPLIANCE`, whose retention nobody can shorten or remove. */
  readonly mode: ObjectLockMode;
  /** The time at which the retention ends; must be in the future. */
  readonly retainUntilDate: Date;
  /**
   * Whether the call may shorten a retention in `GOVERNANCE` mode. Requires `s3:BypassGovernanceRetention`. Default: `false`; the retention can
   * then only be extended.
   */
  readonly bypassGovernanceRetention?: boolean | undefined;
}

/**
 * Sets or extends the retention of a version: the version cannot be deleted until a date.
 *
 * @example
 * await putObjectRetention({ bucket: 'originals', key: 'contract.pdf', mode: 'GOVERNANCE', retainUntilDate: new Date('2034-01-01') });
 * @throws {NotFoundError} there is no such object or version.
 * @throws {ConflictError} the version already has a longer retention, or the bucket has no Object Lock.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectRetention.html
 */
export const putObjectRetention: Operation<
  PutObjectRetentionInput,
  void,
  { on: 'bucket' | 'key' | 'prefix'; with: 'bypassGovernanceRetention' }
> = operation(() => ({
  name: 'putObjectRetention',
  service: s3,
  command: PutObjectRetentionCommand,
  repeatable: true,
  permissions: [
    { action: 's3:PutObjectRetention', resources: ['object'] },
    { action: 's3:BypassGovernanceRetention', resources: ['object'], with: 'bypassGovernanceRetention' },
  ],
  input: input<PutObjectRetentionInput>({
    ...objectVersionReference(),
    mode: z.enum(objectLockModes),
    retainUntilDate: z.date(),
    bypassGovernanceRetention: z.optional(z.boolean()),
  }),
  output: noOutput(),
  request: ({ bucket, key, mode, retainUntilDate }) => ({
    Bucket: bucket,
    Key: key,
    Retention: { Mode: mode as never, RetainUntilDate: retainUntilDate },
  }),
}));
