import { asIs, type AwsInput, input, operation, type Operation } from '@arch/core/builder';
import { bucketName, s3 } from '@arch/services/s3';
import { GetBucketNotificationConfigurationCommand } from '@aws-sdk/client-s3';

import { type BucketNotificationConfiguration, toDestinations } from './bucket-notification-configuration.js';

export interface GetBucketNotificationConfigurationInput extends AwsInput {
  /** The name of the bucket. */
  readonly bucket: string;
}

/**
 * Returns the event notifications of a bucket.
 *
 * @example
 * const { eventBridge, destinations } = await getBucketNotificationConfiguration('uploads');
 * @throws {NotFoundError} there is no such bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketNotificationConfiguration.html
 */
export const getBucketNotificationConfiguration: Operation<
  string | GetBucketNotificationConfigurationInput,
  BucketNotificationConfiguration,
  { on: 'bucket' }
> = operation(() => ({
  name: 'getBucketNotificationConfiguration',
  service: s3,
  command: GetBucketNotificationConfigurationCommand,
  permissions: [{ action: 's3:GetBucketNotification', resources: ['bucket'] }],
  key: 'bucket',
  input: input<GetBucketNotificationConfigurationInput>({ bucket: bucketName() }),
  output: asIs<BucketNotificationConfiguration>(),
  absent: 'unexpected',
  select: (response) =>
    Object.defineProperty(
      { eventBridge: response.EventBridgeConfiguration !== undefined, destinations: toDestinations(response) },
      'aws',
      { value: response, enumerable: false },
    ),
}));
