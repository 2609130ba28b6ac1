import { input, operation, type Operation } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { GetObjectLockConfigurationCommand } from '@aws-sdk/client-s3';

import { type BucketReference, bucketReference } from '../../bucket-reference.js';
import { objectLockConfiguration, type ObjectLockConfiguration } from './object-lock-configuration.js';

export interface GetObjectLockConfigurationInput extends BucketReference {}

/**
 * Returns the Object Lock of a bucket and its default retention.
 *
 * @example
 * const { defaultRetention } = await getObjectLockConfiguration('originals');
 * @throws {NotFoundError} there is no such bucket, or it has no Object Lock.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectLockConfiguration.html
 */
export const getObjectLockConfiguration: Operation<
  string | GetObjectLockConfigurationInput,
  ObjectLockConfiguration,
  { on: 'bucket' }
> = operation(() => ({
  name: 'getObjectLockConfiguration',
  service: s3,
  command: GetObjectLockConfigurationCommand,
  permissions: [{ action: 's3:GetBucketObjectLockConfiguration', resources: ['bucket'] }],
  key: 'bucket',
  input: input<GetObjectLockConfigurationInput>(bucketReference()),
  output: objectLockConfiguration(),
  absent: 'unexpected',
  select: ({ ObjectLockConfiguration }) => ObjectLockConfiguration ?? {},
}));
