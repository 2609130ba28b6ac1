import { input, noOutput, operation, type Operation } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { DeleteBucketReplicationCommand } from '@aws-sdk/client-s3';

import { type BucketReference, bucketReference } from '../../bucket-reference.js';

export interface DeleteBucketReplicationInput extends BucketReference {}

/**
 * Deletes all replication rules of a bucket. Existing replicas stay.
 *
 * @example
 * await deleteBucketReplication('reports');
 * @throws {NotFoundError} there is no such bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketReplication.html
 */
export const deleteBucketReplication: Operation<string | DeleteBucketReplicationInput, void, { on: 'bucket' }> =
  operation(() => ({
    name: 'deleteBucketReplication',
    service: s3,
    command: DeleteBucketReplicationCommand,
    permissions: [{ action: 's3:PutReplicationConfiguration', resources: ['bucket'] }],
    key: 'bucket',
    input: input<DeleteBucketReplicationInput>(bucketReference()),
    output: noOutput(),
    deletes: false,
  }));
