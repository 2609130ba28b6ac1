import { input, noOutput, operation, type Operation } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { DeletePublicAccessBlockCommand } from '@aws-sdk/client-s3';

import { type BucketReference, bucketReference } from '../../bucket-reference.js';

export interface DeletePublicAccessBlockInput extends BucketReference {}

/**
 * Deletes the Block Public Access settings of a bucket: its policy and access control lists can then make it public, unless the settings of the
 * account or of the organization prevent it.
 *
 * @example
 * await deletePublicAccessBlock('my-website');
 * @throws {NotFoundError} there is no such bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeletePublicAccessBlock.html
 */
export const deletePublicAccessBlock: Operation<string | DeletePublicAccessBlockInput, void, { on: 'bucket' }> =
  operation(() => ({
    name: 'deletePublicAccessBlock',
    service: s3,
    command: DeletePublicAccessBlockCommand,
    permissions: [{ action: 's3:PutBucketPublicAccessBlock', resources: ['bucket'] }],
    key: 'bucket',
    input: input<DeletePublicAccessBlockInput>(bucketReference()),
    output: noOutput(),
    deletes: false,
  }));
