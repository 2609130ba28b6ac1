import { input, noOutput, operation, type Operation } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { DeleteBucketCorsCommand } from '@aws-sdk/client-s3';

import { type BucketReference, bucketReference } from '../../bucket-reference.js';

export interface DeleteBucketCorsInput extends BucketReference {}

/**
 * Deletes all CORS rules of a bucket: web pages of other origins can then no longer use it.
 *
 * @example
 * await deleteBucketCors('uploads');
 * @throws {NotFoundError} there is no such bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketCors.html
 */
export const deleteBucketCors: Operation<string | DeleteBucketCorsInput, void, { on: 'bucket' }> = operation(() => ({
  name: 'deleteBucketCors',
  service: s3,
  command: DeleteBucketCorsCommand,
  permissions: [{ action: 's3:PutBucketCORS', resources: ['bucket'] }],
  key: 'bucket',
  input: input<DeleteBucketCorsInput>(bucketReference()),
  output: noOutput(),
  deletes: false,
}));
