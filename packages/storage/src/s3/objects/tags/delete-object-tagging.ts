import { input, noOutput, operation, type Operation } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { DeleteObjectTaggingCommand } from '@aws-sdk/client-s3';

import { type ObjectVersionReference, objectVersionReference } from '../../object-version-reference.js';

export interface DeleteObjectTaggingInput extends ObjectVersionReference {}

/**
 * Deletes all tags of an object. If it has none, the call succeeds.
 *
 * @example
 * await deleteObjectTagging({ bucket: 'reports', key: '2026/11.csv' });
 * @throws {NotFoundError} there is no such object, version or bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjectTagging.html
 */
export const deleteObjectTagging: Operation<
  DeleteObjectTaggingInput,
  void,
  { on: 'bucket' | 'key' | 'prefix'; with: 'versionId' }
> = operation(() => ({
  name: 'deleteObjectTagging',
  service: s3,
  command: DeleteObjectTaggingCommand,
  permissions: [
    { action: 's3:DeleteObjectTagging', resources: ['object'] },
    { action: 's3:DeleteObjectVersionTagging', resources: ['object'], with: 'versionId' },
  ],
  input: input<DeleteObjectTaggingInput>(objectVersionReference()),
  output: noOutput(),
  // It deletes the tags, not the object.
  deletes: false,
}));
