export type {
  BucketWebsite,
  RedirectAllRequestsTo,
  RoutingRule,
  RoutingRuleCondition,
  RoutingRuleRedirect,
} from './bucket-website.js';
export { deleteBucketWebsite, type DeleteBucketWebsiteInput } from './delete-bucket-website.js';
export { getBucketWebsite, type GetBucketWebsiteInput } from './get-bucket-website.js';
export { putBucketWebsite, type PutBucketWebsiteInput } from './put-bucket-website.js';
