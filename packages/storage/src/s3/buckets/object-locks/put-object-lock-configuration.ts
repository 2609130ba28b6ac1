import { conflict, input, noOutput, operation, type Operation, z } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { PutObjectLockConfigurationCommand } from '@aws-sdk/client-s3';

import { type BucketReference, bucketReference } from '../../bucket-reference.js';
import { type DefaultRetention, defaultRetention } from './object-lock-configuration.js';

export interface PutObjectLockConfigurationInput extends BucketReference {
  /** The retention of new objects that are written without one. Default: none; an existing default retention is removed. */
  readonly defaultRetention?: DefaultRetention | undefined;
}

/**
 * Enables Object Lock for a bucket, and replaces its default retention. Object Lock cannot be disabled later. The bucket must have versioning.
 * Existing versions stay as they are: only new ones receive the default retention.
 *
 * @example
 * await putObjectLockConfiguration({ bucket: 'originals', defaultRetention: { mode: 'COMPLIANCE', years: 7 } });
 * @throws {NotFoundError} there is no such bucket.
 * @throws {ConflictError} versioning is not enabled for the bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectLockConfiguration.html
 */
export const putObjectLockConfiguration: Operation<string | PutObjectLockConfigurationInput, void, { on: 'bucket' }> =
  operation(() => ({
    name: 'putObjectLockConfiguration',
    service: s3,
    command: PutObjectLockConfigurationCommand,
    repeatable: true,
    permissions: [{ action: 's3:PutBucketObjectLockConfiguration', resources: ['bucket'] }],
    key: 'bucket',
    input: input<PutObjectLockConfigurationInput>({
      ...bucketReference(),
      defaultRetention: z.optional(defaultRetention()),
    }),
    output: noOutput(),
    request: ({ bucket, defaultRetention: retention }) => ({
      Bucket: bucket,
      ObjectLockConfiguration: {
        ObjectLockEnabled: 'Enabled' as const,
        ...(retention && {
          Rule: { DefaultRetention: { Mode: retention.mode as never, Days: retention.days, Years: retention.years } },
        }),
      },
    }),
    errors: {
      InvalidBucketState: conflict({
        resource: 'bucket',
        member: 'bucket',
        remedy: "Object Lock requires versioning: call putBucketVersioning({ bucket, status: 'Enabled' }) first.",
      }),
    },
  }));
