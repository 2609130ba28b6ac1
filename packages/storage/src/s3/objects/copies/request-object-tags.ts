import { from, input, operation, type Operation, resource, tags, type Tags } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { GetObjectTaggingCommand, GetObjectTaggingOutput$ } from '@aws-sdk/client-s3';

import { type CopySource, copySource } from '../../copy-source.js';

/** Reads the tags of an object: S3 does not copy them in a copy in parts. */
export const requestObjectTags: Operation<{ readonly source: CopySource }, { readonly tags: Tags }> = operation(() => ({
  service: s3,
  command: GetObjectTaggingCommand,
  permissions: [
    { action: 's3:GetObjectTagging', resources: ['object'], with: 'tags' },
    { action: 's3:GetObjectVersionTagging', resources: ['object'], with: 'versionId' },
  ],
  input: input<{ readonly source: CopySource }>({ source: copySource() }),
  output: resource<{ readonly tags: Tags }>(GetObjectTaggingOutput$, {
    tags: from('TagSet', { type: tags().type, read: tags().read }),
  }),
  request: ({ source }) => ({ Bucket: source.bucket, Key: source.key, VersionId: source.versionId }),
}));
