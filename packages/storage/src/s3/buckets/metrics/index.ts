export {
  deleteBucketMetricsConfiguration,
  type DeleteBucketMetricsConfigurationInput,
} from './delete-bucket-metrics-configuration.js';
export {
  getBucketMetricsConfiguration,
  type GetBucketMetricsConfigurationInput,
} from './get-bucket-metrics-configuration.js';
export type { MetricsConfiguration } from './metrics-configuration.js';
export {
  listBucketMetricsConfigurations,
  type ListBucketMetricsConfigurationsInput,
} from './list-bucket-metrics-configurations.js';
export {
  putBucketMetricsConfiguration,
  type PutBucketMetricsConfigurationInput,
} from './put-bucket-metrics-configuration.js';
