import { input, operation, type Operation } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { GetBucketTaggingCommand } from '@aws-sdk/client-s3';

import { type BucketReference, bucketReference } from '../../bucket-reference.js';
import { settingNotFound } from '../../setting-not-found.js';
import { bucketTagging, type BucketTagging } from './bucket-tagging.js';

export interface GetBucketTaggingInput extends BucketReference {}

/**
 * Returns the tags of a bucket.
 *
 * @example
 * const { tags } = await getBucketTagging('reports');
 * @throws {NotFoundError} there is no such bucket, or it has no tags.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketTagging.html
 */
export const getBucketTagging: Operation<string | GetBucketTaggingInput, BucketTagging, { on: 'bucket' }> = operation(
  () => ({
    name: 'getBucketTagging',
    service: s3,
    command: GetBucketTaggingCommand,
    permissions: [{ action: 's3:GetBucketTagging', resources: ['bucket'] }],
    key: 'bucket',
    input: input<GetBucketTaggingInput>(bucketReference()),
    output: bucketTagging(),
    errors: { NoSuchTagSet: settingNotFound('tags', 'putBucketTagging') },
  }),
);
