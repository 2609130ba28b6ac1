import { input, noOutput, operation, type Operation } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { DeleteBucketOwnershipControlsCommand } from '@aws-sdk/client-s3';

import { type BucketReference, bucketReference } from '../../bucket-reference.js';

export interface DeleteBucketOwnershipControlsInput extends BucketReference {}

/**
 * Deletes the Object Ownership of a bucket. S3 then acts as with `ObjectWriter`: access control lists apply again.
 *
 * @example
 * await deleteBucketOwnershipControls('reports');
 * @throws {NotFoundError} there is no such bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketOwnershipControls.html
 */
export const deleteBucketOwnershipControls: Operation<
  string | DeleteBucketOwnershipControlsInput,
  void,
  { on: 'bucket' }
> = operation(() => ({
  name: 'deleteBucketOwnershipControls',
  service: s3,
  command: DeleteBucketOwnershipControlsCommand,
  permissions: [{ action: 's3:PutBucketOwnershipControls', resources: ['bucket'] }],
  key: 'bucket',
  input: input<DeleteBucketOwnershipControlsInput>(bucketReference()),
  output: noOutput(),
  deletes: false,
}));
