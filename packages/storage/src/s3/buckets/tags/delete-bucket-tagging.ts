import { input, noOutput, operation, type Operation } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { DeleteBucketTaggingCommand } from '@aws-sdk/client-s3';

import { type BucketReference, bucketReference } from '../../bucket-reference.js';

export interface DeleteBucketTaggingInput extends BucketReference {}

/**
 * Deletes all tags of a bucket.
 *
 * @example
 * await deleteBucketTagging('reports');
 * @throws {NotFoundError} there is no such bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketTagging.html
 */
export const deleteBucketTagging: Operation<string | DeleteBucketTaggingInput, void, { on: 'bucket' }> = operation(
  () => ({
    name: 'deleteBucketTagging',
    service: s3,
    command: DeleteBucketTaggingCommand,
    permissions: [{ action: 's3:PutBucketTagging', resources: ['bucket'] }],
    key: 'bucket',
    input: input<DeleteBucketTaggingInput>(bucketReference()),
    output: noOutput(),
    deletes: false,
  }),
);
