import {
  type AwsInput,
  type AwsResource,
  optionalString,
  from,
  input,
  openEnum,
  operation,
  type Operation,
  resource,
  text,
  z,
} from '@arch/core/builder';
import { bucketName, metadataRecord, objectKey, s3 } from '@arch/services/s3';
import { CopyObjectCommand, CopyObjectOutput$ } from '@aws-sdk/client-s3';

import { type StorageClass, storageClasses } from '../object-settings.js';
import { type CopySource, copySource, copySourceErrors, toCopySource } from '../copy-source.js';
import { readPermissions } from './object-reference.js';

export interface CopyObjectInput extends AwsInput {
  /** Where the copy goes. */
  readonly bucket: string;
  /** At most 1,024 bytes in UTF-8. */
  readonly key: string;
  /** What is copied: at most 5 GB; `copyLargeObject` copies more. */
  readonly source: CopySource;
  /** Replaces the source's, with all metadata that is not given here. Default: the source's is taken over. */
  readonly contentType?: string | undefined;
  /** As `contentType`, and as `putObject` takes it. Tags are taken over in any case. */
  readonly metadata?: Readonly<Record<string, string>> | undefined;
  /** Default `STANDARD`, whatever the source's. */
  readonly storageClass?: StorageClass | undefined;
}

/** What S3 has copied. */
export interface CopiedObject extends AwsResource {
  readonly eTag?: string | undefined;
  readonly lastModified?: Date | undefined;
  readonly versionId?: string | undefined;
}

/**
 * Copies an object within S3. What S3 reports in the middle of a copy is an error, although it comes with status 200. A large one may take
 * minutes: pass a `timeoutMs` for it.
 *
 * @example
 * await copyObject({ bucket: 'archive', key: '2026/11.csv', source: { bucket: 'reports', key: '2026/11.csv' } });
 * @throws {NotFoundError} there is no such object or bucket.
 * @throws {ConflictError} the source is archived and not restored.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html
 */
export const copyObject: Operation<CopyObjectInput, CopiedObject> = operation(() => ({
  name: 'copyObject',
  service: s3,
  command: CopyObjectCommand,
  repeatable: true,
  permissions: [
    ...readPermissions,
    { action: 's3:GetObjectTagging', resources: ['object'], when: 'the source has tags' },
    { action: 's3:PutObject', resources: ['object'] },
    { action: 's3:PutObjectTagging', resources: ['object'], when: 'the source has tags' },
  ],
  input: input<CopyObjectInput>({
    bucket: bucketName(),
    key: objectKey(),
    source: copySource(),
    contentType: z.optional(text(1, 1_024)),
    metadata: z.optional(metadataRecord()),
    storageClass: z.optional(openEnum(storageClasses)),
  }),
  output: resource<CopiedObject>(CopyObjectOutput$, {
    eTag: from('CopyObjectResult.ETag', optionalString()),
    lastModified: from('CopyObjectResult.LastModified', z.optional(z.date())),
    versionId: optionalString(),
  }),
  request: ({ bucket, key, source, contentType, metadata }) => ({
    Bucket: bucket,
    Key: key,
    CopySource: toCopySource(source),
    ...((contentType !== undefined || metadata !== undefined) && { MetadataDirective: 'REPLACE' as const }),
  }),
  errors: copySourceErrors,
}));
