export type { BucketNotificationConfiguration, NotificationDestination } from './bucket-notification-configuration.js';
export {
  getBucketNotificationConfiguration,
  type GetBucketNotificationConfigurationInput,
} from './get-bucket-notification-configuration.js';
export {
  putBucketNotificationConfiguration,
  type PutBucketNotificationConfigurationInput,
} from './put-bucket-notification-configuration.js';
