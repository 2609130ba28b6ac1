export type { BucketAcl } from './bucket-acl.js';
export { getBucketAcl, type GetBucketAclInput } from './get-bucket-acl.js';
export { cannedBucketAcls, type CannedBucketAcl, putBucketAcl, type PutBucketAclInput } from './put-bucket-acl.js';
