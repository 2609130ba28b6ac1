export type { Bucket, ListedBucket } from './bucket.js';
export { createBucket, type CreateBucketInput, type CreatedBucket } from './create-bucket.js';
export { deleteBucket, type DeleteBucketInput } from './delete-bucket.js';
export { describeBucket, type DescribeBucketInput } from './describe-bucket.js';
export { listBuckets, type ListBucketsInput } from './list-buckets.js';
export type { BucketSettings } from './request-bucket.js';
export { type BucketGoal, bucketGoals, waitForBucket, type WaitForBucketInput } from './wait-for-bucket.js';
