export { newBucketName, bucketName, objectKey, metadataRecord } from './s3-names.js';
export { s3, s3WithoutChecksums } from './s3.js';
