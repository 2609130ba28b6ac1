export { addBucketPolicyStatement, type AddBucketPolicyStatementInput } from './add-bucket-policy-statement.js';
export type { BucketPolicyStatement, PolicyConditionValue } from './bucket-policy-statement.js';
export { deleteBucketPolicy, type DeleteBucketPolicyInput } from './delete-bucket-policy.js';
export { denyInsecureTransport, type DenyInsecureTransportInput } from './deny-insecure-transport.js';
export {
  type BucketPolicyStatus,
  getBucketPolicyStatus,
  type GetBucketPolicyStatusInput,
} from './get-bucket-policy-status.js';
export { type BucketPolicy, getBucketPolicy, type GetBucketPolicyInput } from './get-bucket-policy.js';
export { putBucketPolicy, type PutBucketPolicyInput } from './put-bucket-policy.js';
export {
  removeBucketPolicyStatement,
  type RemoveBucketPolicyStatementInput,
} from './remove-bucket-policy-statement.js';
