import { asIs, conflict, input, operation, type Operation } from '@arch/core/builder';
import { bucketName, s3 } from '@arch/services/s3';
import { GetObjectLockConfigurationCommand } from '@aws-sdk/client-s3';

/** Makes sure that a bucket has Object Lock, before anything is copied in vain. */
export const requestObjectLock: Operation<{ readonly bucket: string }, unknown> = operation(() => ({
  service: s3,
  command: GetObjectLockConfigurationCommand,
  permissions: [
    { action: 's3:GetBucketObjectLockConfiguration', resources: ['bucket'], when: 'retain or legalHold is given' },
  ],
  input: input<{ readonly bucket: string }>({ bucket: bucketName() }),
  output: asIs<unknown>(),
  errors: {
    ObjectLockConfigurationNotFoundError: conflict({
      resource: 'bucket',
      member: 'bucket',
      remedy:
        'It has no Object Lock, so nothing in it can be kept from deletion: createBucket({ bucket, objectLock: true }) makes one that has.',
    }),
  },
}));
