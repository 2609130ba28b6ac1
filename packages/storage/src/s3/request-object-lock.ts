import { asIs, conflict, input, operation, type Operation } from '@arch/core/builder';
import { bucketName, s3 } from '@arch/services/s3';
import { GetObjectLockConfigurationCommand } from '@aws-sdk/client-s3';

/** Throws a `ConflictError` if the bucket has no Object Lock, before anything is copied. */
export const requestObjectLock: Operation<{ readonly bucket: string }, unknown> = operation(() => ({
  service: s3,
  command: GetObjectLockConfigurationCommand,
  permissions: [
    { action: 's3:GetBucketObjectLockConfiguration', resources: ['bucket'], when: 'retain or legalHold is set' },
  ],
  input: input<{ readonly bucket: string }>({ bucket: bucketName() }),
  output: asIs<unknown>(),
  errors: {
    ObjectLockConfigurationNotFoundError: conflict({
      resource: 'bucket',
      member: 'bucket',
      remedy: 'The bucket has no Object Lock: create a bucket with createBucket({ bucket, objectLock: true }).',
    }),
  },
}));
