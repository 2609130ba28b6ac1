export { newBucketName, bucketName, objectKey, metadataRecord } from './s3-names.js';
export { s3 } from './s3.js';
