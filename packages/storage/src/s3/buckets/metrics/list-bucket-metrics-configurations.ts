import { input, listOperation, type ListOperation } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { ListBucketMetricsConfigurationsCommand } from '@aws-sdk/client-s3';

import { type BucketReference, bucketReference } from '../../bucket-reference.js';
import { metricsConfiguration, type MetricsConfiguration } from './metrics-configuration.js';

export interface ListBucketMetricsConfigurationsInput extends BucketReference {}

/**
 * Lists the configurations of CloudWatch request metrics of a bucket, at most 100 per request.
 *
 * @example
 * const all = await listBucketMetricsConfigurations({ bucket: 'reports' }).toArray();
 * @throws {NotFoundError} there is no such bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBucketMetricsConfigurations.html
 */
export const listBucketMetricsConfigurations: ListOperation<
  ListBucketMetricsConfigurationsInput,
  MetricsConfiguration,
  { on: 'bucket' }
> = listOperation(() => ({
  name: 'listBucketMetricsConfigurations',
  service: s3,
  command: ListBucketMetricsConfigurationsCommand,
  permissions: [{ action: 's3:GetMetricsConfiguration', resources: ['bucket'] }],
  input: input<ListBucketMetricsConfigurationsInput>(bucketReference()),
  item: metricsConfiguration(),
  items: (response) => response.MetricsConfigurationList,
  pages: { token: 'ContinuationToken', next: 'NextContinuationToken', more: 'IsTruncated' },
}));
