export {
  type BucketAccelerateConfiguration,
  getBucketAccelerateConfiguration,
  type GetBucketAccelerateConfigurationInput,
} from './get-bucket-accelerate-configuration.js';
export {
  putBucketAccelerateConfiguration,
  type PutBucketAccelerateConfigurationInput,
} from './put-bucket-accelerate-configuration.js';
