import { type AwsResource, decodeWords, optionalString, from, resource, type Schema, z } from '@arch/core/builder';
import { HeadObjectOutput$ } from '@aws-sdk/client-s3';

import { type ObjectRestore, readObjectRestore } from '../object-restore.js';

/** What S3 says of an object without its content. https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html */
export interface ObjectHead extends AwsResource {
  readonly sizeBytes: number;
  /** In quotes, as S3 compares it; no hash of the content for one that was uploaded in parts or encrypted with KMS. */
  readonly eTag?: string | undefined;
  readonly lastModified?: Date | undefined;
  readonly contentType?: string | undefined;
  readonly contentEncoding?: string | undefined;
  readonly cacheControl?: string | undefined;
  readonly contentDisposition?: string | undefined;
  /** In a bucket with versions. */
  readonly versionId?: string | undefined;
  /** Your own, without `x-amz-meta-`; what S3 returns encoded, because it is beyond ASCII, is decoded. */
  readonly metadata: Readonly<Record<string, string>>;
  /** `STANDARD` unless S3 says otherwise. */
  readonly storageClass: string;
  /** Of an archived object that is being restored, or has been. */
  readonly restore?: ObjectRestore | undefined;
  /** Of an object of `INTELLIGENT_TIERING` that has to be restored before it can be read: in which tier it lies. */
  readonly archiveStatus?: string | undefined;
  readonly serverSideEncryption?: string | undefined;
  /** `GOVERNANCE` or `COMPLIANCE`: it cannot be deleted before `objectLockRetainUntilDate`. */
  readonly objectLockMode?: string | undefined;
  readonly objectLockRetainUntilDate?: Date | undefined;
  /** `ON`: it cannot be deleted until the hold is lifted. */
  readonly objectLockLegalHoldStatus?: string | undefined;
}

/** Parses what S3 says of an object in headers. */
export const objectHead = (): Schema<ObjectHead> =>
  resource<ObjectHead>(HeadObjectOutput$, {
    sizeBytes: from('ContentLength', z.number()),
    eTag: optionalString(),
    lastModified: z.optional(z.date()),
    contentType: optionalString(),
    contentEncoding: optionalString(),
    cacheControl: optionalString(),
    contentDisposition: optionalString(),
    versionId: optionalString(),
    metadata: { type: z.record(z.string(), z.string()), read: readMetadata },
    storageClass: { type: z.string(), read: (value) => value ?? 'STANDARD' },
    restore: { type: z.optional(z.custom<ObjectRestore>()), read: readObjectRestore },
    archiveStatus: optionalString(),
    serverSideEncryption: optionalString(),
    objectLockMode: optionalString(),
    objectLockRetainUntilDate: z.optional(z.date()),
    objectLockLegalHoldStatus: optionalString(),
  });

const readMetadata = (value: unknown): unknown =>
  Object.fromEntries(Object.entries(value ?? {}).map(([name, text]) => [name, decodeWords(String(text))]));
