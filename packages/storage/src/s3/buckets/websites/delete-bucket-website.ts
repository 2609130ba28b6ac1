import { input, noOutput, operation, type Operation } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { DeleteBucketWebsiteCommand } from '@aws-sdk/client-s3';

import { type BucketReference, bucketReference } from '../../bucket-reference.js';

export interface DeleteBucketWebsiteInput extends BucketReference {}

/**
 * Deletes the website settings of a bucket: its website endpoint then returns errors. The objects stay, and so does the bucket policy.
 *
 * @example
 * await deleteBucketWebsite('my-website');
 * @throws {NotFoundError} there is no such bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketWebsite.html
 */
export const deleteBucketWebsite: Operation<string | DeleteBucketWebsiteInput, void, { on: 'bucket' }> = operation(
  () => ({
    name: 'deleteBucketWebsite',
    service: s3,
    command: DeleteBucketWebsiteCommand,
    permissions: [{ action: 's3:DeleteBucketWebsite', resources: ['bucket'] }],
    key: 'bucket',
    input: input<DeleteBucketWebsiteInput>(bucketReference()),
    output: noOutput(),
    deletes: false,
  }),
);
