import { input, noOutput, operation, type Operation } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { DeleteBucketPolicyCommand } from '@aws-sdk/client-s3';

import { type BucketReference, bucketReference } from '../../bucket-reference.js';

export interface DeleteBucketPolicyInput extends BucketReference {}

/**
 * Deletes the policy of a bucket. Denials in it, e.g. of requests without TLS, then no longer apply.
 *
 * @example
 * await deleteBucketPolicy('reports');
 * @throws {NotFoundError} there is no such bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketPolicy.html
 */
export const deleteBucketPolicy: Operation<string | DeleteBucketPolicyInput, void, { on: 'bucket' }> = operation(
  () => ({
    name: 'deleteBucketPolicy',
    service: s3,
    command: DeleteBucketPolicyCommand,
    permissions: [{ action: 's3:DeleteBucketPolicy', resources: ['bucket'] }],
    key: 'bucket',
    input: input<DeleteBucketPolicyInput>(bucketReference()),
    output: noOutput(),
    deletes: false,
  }),
);
