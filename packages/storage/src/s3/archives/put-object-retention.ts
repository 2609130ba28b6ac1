import { input, noOutput, operation, type Operation, z } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { PutObjectRetentionCommand } from '@aws-sdk/client-s3';

import { type ObjectLockMode, objectLockModes } from '../object-settings.js';
import { type ObjectVersionReference, objectVersionReference } from './object-retention.js';

export interface PutObjectRetentionInput extends ObjectVersionReference {
  /** `GOVERNANCE`, or `COMPLIANCE`, which nobody can take back before the date. */
  readonly mode: ObjectLockMode;
  /** In the future. */
  readonly retainUntilDate: Date;
  /** Shortens or lifts a retention in `GOVERNANCE` mode. Default `false`: it can only become longer. */
  readonly bypassGovernanceRetention?: boolean | undefined;
}

/**
 * Keeps a version from deletion until a date, or longer than until now.
 *
 * @example
 * await putObjectRetention({ bucket: 'originals', key: 'contract.pdf', mode: 'GOVERNANCE', retainUntilDate: new Date('2034-01-01') });
 * @throws {NotFoundError} there is no such object or version.
 * @throws {ConflictError} it is kept longer already, or the bucket has no Object Lock.
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
