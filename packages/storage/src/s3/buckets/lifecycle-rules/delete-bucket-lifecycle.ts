import { input, noOutput, operation, type Operation } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { DeleteBucketLifecycleCommand } from '@aws-sdk/client-s3';

import { type BucketReference, bucketReference } from '../../bucket-reference.js';

export interface DeleteBucketLifecycleInput extends BucketReference {}

/**
 * Deletes all lifecycle rules of a bucket: its objects are then never moved or deleted by S3. `removeLifecycleRule` deletes one rule.
 *
 * @example
 * await deleteBucketLifecycle('reports');
 * @throws {NotFoundError} there is no such bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketLifecycle.html
 */
export const deleteBucketLifecycle: Operation<string | DeleteBucketLifecycleInput, void, { on: 'bucket' }> = operation(
  () => ({
    name: 'deleteBucketLifecycle',
    service: s3,
    command: DeleteBucketLifecycleCommand,
    permissions: [{ action: 's3:PutLifecycleConfiguration', resources: ['bucket'] }],
    key: 'bucket',
    input: input<DeleteBucketLifecycleInput>(bucketReference()),
    output: noOutput(),
    deletes: false,
  }),
);
