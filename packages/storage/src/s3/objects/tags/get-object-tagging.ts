import {
  type AwsResource,
  from,
  input,
  operation,
  type Operation,
  optionalString,
  resource,
  tags,
  type Tags,
} from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { GetObjectTaggingCommand, GetObjectTaggingOutput$ } from '@aws-sdk/client-s3';

import { type ObjectVersionReference, objectVersionReference } from '../../object-version-reference.js';

export interface GetObjectTaggingInput extends ObjectVersionReference {}

/** The tags of an object. */
export interface ObjectTagging extends AwsResource {
  /** The tags; `{}` if the object has none. */
  readonly tags: Tags;
  /** The ID of the version that has the tags. Absent in a bucket without versioning. */
  readonly versionId?: string | undefined;
}

/**
 * Reads the tags of an object.
 *
 * @example
 * const { tags } = await getObjectTagging({ bucket: 'reports', key: '2026/11.csv' });
 * @throws {NotFoundError} there is no such object, version or bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectTagging.html
 */
export const getObjectTagging: Operation<
  GetObjectTaggingInput,
  ObjectTagging,
  { on: 'bucket' | 'key' | 'prefix'; with: 'versionId' }
> = operation(() => ({
  name: 'getObjectTagging',
  service: s3,
  command: GetObjectTaggingCommand,
  permissions: [
    { action: 's3:GetObjectTagging', resources: ['object'] },
    { action: 's3:GetObjectVersionTagging', resources: ['object'], with: 'versionId' },
  ],
  input: input<GetObjectTaggingInput>(objectVersionReference()),
  output: resource<ObjectTagging>(GetObjectTaggingOutput$, {
    tags: from('TagSet', { type: tags().type, read: tags().read }),
    versionId: optionalString(),
  }),
}));
