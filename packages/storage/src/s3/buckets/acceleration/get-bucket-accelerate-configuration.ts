import { type AwsResource, input, operation, type Operation, resource, z } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { GetBucketAccelerateConfigurationCommand, GetBucketAccelerateConfigurationOutput$ } from '@aws-sdk/client-s3';

import { type BucketReference, bucketReference } from '../../bucket-reference.js';

export interface GetBucketAccelerateConfigurationInput extends BucketReference {}

/** The transfer acceleration of a bucket. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketAccelerateConfiguration.html */
export interface BucketAccelerateConfiguration extends AwsResource {
  /** `Enabled`, `Suspended`, or `Disabled` if acceleration was never enabled. */
  readonly status: string;
}

/**
 * Returns whether transfer acceleration is enabled for a bucket.
 *
 * @example
 * const { status } = await getBucketAccelerateConfiguration('uploads');
 * @throws {NotFoundError} there is no such bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketAccelerateConfiguration.html
 */
export const getBucketAccelerateConfiguration: Operation<
  string | GetBucketAccelerateConfigurationInput,
  BucketAccelerateConfiguration,
  { on: 'bucket' }
> = operation(() => ({
  name: 'getBucketAccelerateConfiguration',
  service: s3,
  command: GetBucketAccelerateConfigurationCommand,
  permissions: [{ action: 's3:GetAccelerateConfiguration', resources: ['bucket'] }],
  key: 'bucket',
  input: input<GetBucketAccelerateConfigurationInput>(bucketReference()),
  output: resource<BucketAccelerateConfiguration>(GetBucketAccelerateConfigurationOutput$, {
    status: { type: z.string(), read: (value) => value ?? 'Disabled' },
  }),
}));
