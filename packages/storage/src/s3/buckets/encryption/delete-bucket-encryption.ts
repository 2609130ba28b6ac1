import { input, noOutput, operation, type Operation } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { DeleteBucketEncryptionCommand } from '@aws-sdk/client-s3';

import { type BucketReference, bucketReference } from '../../bucket-reference.js';

export interface DeleteBucketEncryptionInput extends BucketReference {}

/**
 * Resets the default encryption of a bucket to `AES256` with keys of S3. Existing objects stay as they are.
 *
 * @example
 * await deleteBucketEncryption('reports');
 * @throws {NotFoundError} there is no such bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketEncryption.html
 */
export const deleteBucketEncryption: Operation<string | DeleteBucketEncryptionInput, void, { on: 'bucket' }> =
  operation(() => ({
    name: 'deleteBucketEncryption',
    service: s3,
    command: DeleteBucketEncryptionCommand,
    permissions: [{ action: 's3:PutEncryptionConfiguration', resources: ['bucket'] }],
    key: 'bucket',
    input: input<DeleteBucketEncryptionInput>(bucketReference()),
    output: noOutput(),
    deletes: false,
  }));
