export { abortUploadsAfter, type AbortUploadsAfterInput } from './abort-uploads-after.js';
export { addLifecycleRule, type AddLifecycleRuleInput } from './add-lifecycle-rule.js';
export { archiveAfter, type ArchiveAfterInput } from './archive-after.js';
export {
  archiveNoncurrentVersionsAfter,
  type ArchiveNoncurrentVersionsAfterInput,
} from './archive-noncurrent-versions-after.js';
export { deleteBucketLifecycle, type DeleteBucketLifecycleInput } from './delete-bucket-lifecycle.js';
export { expireAfter, type ExpireAfterInput } from './expire-after.js';
export {
  expireNoncurrentVersionsAfter,
  type ExpireNoncurrentVersionsAfterInput,
} from './expire-noncurrent-versions-after.js';
export {
  type BucketLifecycleConfiguration,
  getBucketLifecycleConfiguration,
  type GetBucketLifecycleConfigurationInput,
} from './get-bucket-lifecycle-configuration.js';
export {
  type LifecycleExpiration,
  type LifecycleFilter,
  type LifecycleRule,
  type LifecycleRuleSettings,
  type LifecycleTransition,
  type NoncurrentVersionExpiration,
  type NoncurrentVersionTransition,
  type TransitionStorageClass,
  transitionStorageClasses,
} from './lifecycle-rule.js';
export {
  putBucketLifecycleConfiguration,
  type PutBucketLifecycleConfigurationInput,
} from './put-bucket-lifecycle-configuration.js';
export { removeLifecycleRule, type RemoveLifecycleRuleInput } from './remove-lifecycle-rule.js';
export type { RuleDuration } from './rule-duration.js';
