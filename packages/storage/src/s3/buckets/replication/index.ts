export { deleteBucketReplication, type DeleteBucketReplicationInput } from './delete-bucket-replication.js';
export {
  type BucketReplication,
  getBucketReplication,
  type GetBucketReplicationInput,
} from './get-bucket-replication.js';
export { putBucketReplication, type PutBucketReplicationInput } from './put-bucket-replication.js';
export {
  type ReplicaOwner,
  replicaOwners,
  type ReplicationRule,
  type ReplicationRuleSettings,
} from './replication-rule.js';
