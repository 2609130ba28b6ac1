import { input, noOutput, operation, type Operation, tagRecord, type Tags, toTagList } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { PutObjectTaggingCommand } from '@aws-sdk/client-s3';

import { type ObjectVersionReference, objectVersionReference } from '../../object-version-reference.js';

export interface PutObjectTaggingInput extends ObjectVersionReference {
  /** All tags of the object, at most 10, with keys of 1–128 and values of 0–256 characters. */
  readonly tags: Tags;
}

/**
 * Replaces all tags of an object. To change one tag, read the others first with `getObjectTagging`. The content, ETag and time of the object
 * stay the same.
 *
 * @example
 * await putObjectTagging({ bucket: 'reports', key: '2026/11.csv', tags: { status: 'approved' } });
 * @throws {NotFoundError} there is no such object, version or bucket.
 * @throws {ConflictError} another request changes the tags at the same time.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectTagging.html
 */
export const putObjectTagging: Operation<
  PutObjectTaggingInput,
  void,
  { on: 'bucket' | 'key' | 'prefix'; with: 'versionId' }
> = operation(() => ({
  name: 'putObjectTagging',
  service: s3,
  command: PutObjectTaggingCommand,
  repeatable: true,
  permissions: [
    { action: 's3:PutObjectTagging', resources: ['object'] },
    { action: 's3:PutObjectVersionTagging', resources: ['object'], with: 'versionId' },
  ],
  input: input<PutObjectTaggingInput>({
    ...objectVersionReference(),
    tags: tagRecord({ maxTags: 10, isLimited: true }),
  }),
  output: noOutput(),
  request: ({ bucket, key, tags }) => ({ Bucket: bucket, Key: key, Tagging: { TagSet: toTagList(tags) } }),
}));
