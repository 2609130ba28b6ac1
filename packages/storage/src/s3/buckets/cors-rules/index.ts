export { type BucketCorsMethod, bucketCorsMethods, type CorsRule } from './cors-rule.js';
export { deleteBucketCors, type DeleteBucketCorsInput } from './delete-bucket-cors.js';
export { type BucketCors, getBucketCors, type GetBucketCorsInput } from './get-bucket-cors.js';
export { putBucketCors, type PutBucketCorsInput } from './put-bucket-cors.js';
