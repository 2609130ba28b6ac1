export { type BucketVersioning, type BucketVersioningStatus, bucketVersioningStatuses } from './bucket-versioning.js';
export { getBucketVersioning, type GetBucketVersioningInput } from './get-bucket-versioning.js';
export { putBucketVersioning, type PutBucketVersioningInput } from './put-bucket-versioning.js';
