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
import { copyErrors, type CopySource, copySource, toCopySource } from '../copy-source.js';
import { readPermissions } from '../object-reference.js';

export interface CopyObjectInput extends AwsInput {
  /** The name of the destination bucket, or the ARN of an access point. */
  readonly bucket: string;
  /** The key of the copy, 1–1,024 bytes in UTF-8. */
  readonly key: string;
  /** The object to copy, at most 5 GiB. `copyLargeObject` copies larger objects. */
  readonly source: CopySource;
  /**
   * The media type of the copy. If you pass `contentType` or `metadata`, the copy gets no other content headers and metadata of the source.
   * Default: all content headers and metadata of the source.
   */
  readonly contentType?: string | undefined;
  /**
   * The user-defined metadata of the copy, as for `putObject`. It replaces content headers and metadata as `contentType` does. The tags of the
   * source are always copied.
   */
  readonly metadata?: Readonly<Record<string, string>> | undefined;
  /** The storage class of the copy. Default that AWS applies: `STANDARD`, also if the source has another storage class. */
  readonly storageClass?: StorageClass | undefined;
  /** `*` copies only if the destination key does not exist; otherwise throws a `ConflictError`. */
  readonly ifNoneMatch?: '*' | undefined;
  /** An `eTag`: replaces the object at the destination only if it still has this ETag; otherwise throws a `ConflictError`. */
  readonly ifMatch?: string | undefined;
}

/** A copy of an object. */
export interface CopiedObject extends AwsResource {
  /** The ETag of the copy. */
  readonly eTag?: string | undefined;
  /** The time of the copy, in UTC. */
  readonly lastModified?: Date | undefined;
  /** The version ID of the copy. Absent in a bucket without versioning. */
  readonly versionId?: string | undefined;
}

/**
 * Copies an object within S3. If S3 responds with status 200 and reports an error in the body, the call fails with that error. The copy of a
 * large object can take minutes: pass a larger `timeoutMs`.
 *
 * @example
 * await copyObject({ bucket: 'archive', key: '2026/11.csv', source: { bucket: 'reports', key: '2026/11.csv' } });
 * @throws {NotFoundError} there is no such object or bucket.
 * @throws {ConflictError} the source is archived and not restored, or the destination exists (`ifNoneMatch`) or has another ETag (`ifMatch`).
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html
 */
export const copyObject: Operation<
  CopyObjectInput,
  CopiedObject,
  { on: 'bucket' | 'key' | 'prefix'; with: 'tags' | 'versionId' }
> = operation(() => ({
  name: 'copyObject',
  service: s3,
  command: CopyObjectCommand,
  repeatable: true,
  permissions: [
    ...readPermissions,
    { action: 's3:GetObjectTagging', resources: ['object'], with: 'tags' },
    { action: 's3:PutObject', resources: ['object'] },
    { action: 's3:PutObjectTagging', resources: ['object'], with: 'tags' },
  ],
  input: input<CopyObjectInput>({
    bucket: bucketName(),
    key: objectKey(),
    source: copySource(),
    contentType: z.optional(text(1, 1_024)),
    metadata: z.optional(metadataRecord()),
    storageClass: z.optional(openEnum(storageClasses)),
    ifNoneMatch: z.optional(z.literal('*')),
    ifMatch: z.optional(text(1, 1_024)),
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
  errors: copyErrors(),
}));
