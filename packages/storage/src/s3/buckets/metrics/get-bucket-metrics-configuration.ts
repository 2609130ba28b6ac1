import { input, operation, type Operation } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { GetBucketMetricsConfigurationCommand } from '@aws-sdk/client-s3';

import {
  configurationNotFound,
  type ConfigurationReference,
  configurationReference,
} from '../../configuration-reference.js';
import { metricsConfiguration, type MetricsConfiguration } from './metrics-configuration.js';

export interface GetBucketMetricsConfigurationInput extends ConfigurationReference {}

/**
 * Returns one configuration of CloudWatch request metrics of a bucket.
 *
 * @example
 * const { prefix } = await getBucketMetricsConfiguration({ bucket: 'reports', id: 'invoices' });
 * @throws {NotFoundError} there is no such bucket, or it has no such configuration.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketMetricsConfiguration.html
 */
export const getBucketMetricsConfiguration: Operation<
  GetBucketMetricsConfigurationInput,
  MetricsConfiguration,
  { on: 'bucket' }
> = operation(() => ({
  name: 'getBucketMetricsConfiguration',
  service: s3,
  command: GetBucketMetricsConfigurationCommand,
  permissions: [{ action: 's3:GetMetricsConfiguration', resources: ['bucket'] }],
  input: input<GetBucketMetricsConfigurationInput>(configurationReference()),
  output: metricsConfiguration(),
  absent: 'not-found',
  select: (response) => response.MetricsConfiguration,
  errors: { NoSuchConfiguration: configurationNotFound('metrics configuration') },
}));
