import { conflict, input, noOutput, operation, type Operation, secret, z } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { PutBucketVersioningCommand } from '@aws-sdk/client-s3';

import { type BucketReference, bucketReference } from '../../bucket-reference.js';

export interface PutBucketVersioningInput extends BucketReference {
  /** `Enabled`: S3 stores replaced and deleted objects as versions. `Suspended`: existing versions stay, new ones are not made. */
  readonly status: 'Enabled' | 'Suspended';
  /**
   * Whether the deletion of a version and a change of the versioning state require multi-factor authentication. Only the root user can change
   * this setting. Requires `mfa`. Default: the setting stays as it is.
   */
  readonly mfaDelete?: boolean | undefined;
  /** The serial number of the authentication device, a space, and its current code. Required if `mfaDelete` is or becomes `true`. */
  readonly mfa?: string | undefined;
}

/**
 * Enables or suspends versioning. Versioning cannot be disabled again, only suspended. After versioning is enabled for the first time, S3 may
 * need up to 15 minutes until it applies to all requests. Old versions cost as much as current ones: limit them with a lifecycle rule.
 *
 * @example
 * await putBucketVersioning({ bucket: 'reports', status: 'Enabled' });
 * @throws {NotFoundError} there is no such bucket.
 * @throws {ConflictError} the bucket has Object Lock, so versioning cannot be suspended.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketVersioning.html
 */
export const putBucketVersioning: Operation<PutBucketVersioningInput, void, { on: 'bucket' }> = operation(() => ({
  name: 'putBucketVersioning',
  service: s3,
  command: PutBucketVersioningCommand,
  repeatable: true,
  permissions: [{ action: 's3:PutBucketVersioning', resources: ['bucket'] }],
  key: 'bucket',
  input: input<PutBucketVersioningInput>({
    ...bucketReference(),
    status: z.enum(['Enabled', 'Suspended']),
    mfaDelete: z.optional(z.boolean()),
    mfa: z.optional(
      secret(z.string().check(z.regex(/^\S+ \d{6}$/, 'the serial number of a device, a space and six digits'))),
    ),
  }).check(
    z.refine(({ mfaDelete, mfa }) => mfaDelete === undefined || mfa !== undefined, { error: 'mfa with mfaDelete' }),
  ),
  output: noOutput(),
  request: ({ bucket, status, mfaDelete, mfa }) => ({
    Bucket: bucket,
    MFA: mfa,
    VersioningConfiguration: {
      Status: status,
      ...(mfaDelete !== undefined && { MFADelete: mfaDelete ? ('Enabled' as const) : ('Disabled' as const) }),
    },
  }),
  errors: {
    InvalidBucketState: conflict({
      resource: 'bucket',
      member: 'bucket',
      remedy: 'Versioning cannot be suspended for a bucket with Object Lock or replication.',
    }),
  },
}));
