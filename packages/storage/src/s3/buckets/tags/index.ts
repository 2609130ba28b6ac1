export type { BucketTagging } from './bucket-tagging.js';
export { deleteBucketTagging, type DeleteBucketTaggingInput } from './delete-bucket-tagging.js';
export { getBucketTagging, type GetBucketTaggingInput } from './get-bucket-tagging.js';
export { putBucketTagging, type PutBucketTaggingInput } from './put-bucket-tagging.js';
