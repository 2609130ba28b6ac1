export type { BucketEncryption, KmsBucketEncryption } from './bucket-encryption.js';
export { deleteBucketEncryption, type DeleteBucketEncryptionInput } from './delete-bucket-encryption.js';
export { getBucketEncryption, type GetBucketEncryptionInput } from './get-bucket-encryption.js';
export { putBucketEncryption, type PutBucketEncryptionInput } from './put-bucket-encryption.js';
