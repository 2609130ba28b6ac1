import { input, noOutput, operation, type Operation } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { DeleteBucketMetricsConfigurationCommand } from '@aws-sdk/client-s3';

import {
  configurationNotFound,
  type ConfigurationReference,
  configurationReference,
} from '../../configuration-reference.js';

export interface DeleteBucketMetricsConfigurationInput extends ConfigurationReference {}

/**
 * Deletes one configuration of CloudWatch request metrics of a bucket. CloudWatch keeps the past values.
 *
 * @example
 * await deleteBucketMetricsConfiguration({ bucket: 'reports', id: 'invoices' });
 * @throws {NotFoundError} there is no such bucket, or it has no such configuration.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketMetricsConfiguration.html
 */
export const deleteBucketMetricsConfiguration: Operation<
  DeleteBucketMetricsConfigurationInput,
  void,
  { on: 'bucket' }
> = operation(() => ({
  name: 'deleteBucketMetricsConfiguration',
  service: s3,
  command: DeleteBucketMetricsConfigurationCommand,
  permissions: [{ action: 's3:PutMetricsConfiguration', resources: ['bucket'] }],
  input: input<DeleteBucketMetricsConfigurationInput>(configurationReference()),
  output: noOutput(),
  deletes: true,
  errors: { NoSuchConfiguration: configurationNotFound('metrics configuration') },
}));
