import { input, noOutput, operation, type Operation, tagRecord, type Tags, toTagList } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { PutBucketTaggingCommand } from '@aws-sdk/client-s3';

import { type BucketReference, bucketReference } from '../../bucket-reference.js';

export interface PutBucketTaggingInput extends BucketReference {
  /** All tags of the bucket, at most 50. */
  readonly tags: Tags;
}

/**
 * Replaces all tags of a bucket: tags that the input does not contain are removed. To keep them, pass the result of `getBucketTagging` with the
 * changes.
 *
 * @example
 * await putBucketTagging({ bucket: 'reports', tags: { team: 'web', 'cost-center': '4711' } });
 * @throws {NotFoundError} there is no such bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketTagging.html
 */
export const putBucketTagging: Operation<PutBucketTaggingInput, void, { on: 'bucket' }> = operation(() => ({
  name: 'putBucketTagging',
  service: s3,
  command: PutBucketTaggingCommand,
  repeatable: true,
  permissions: [{ action: 's3:PutBucketTagging', resources: ['bucket'] }],
  key: 'bucket',
  input: input<PutBucketTaggingInput>({ ...bucketReference(), tags: tagRecord({ isLimited: true }) }),
  output: noOutput(),
  request: ({ bucket, tags }) => ({ Bucket: bucket, Tagging: { TagSet: toTagList(tags) } }),
}));
