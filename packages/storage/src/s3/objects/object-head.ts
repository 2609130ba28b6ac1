import { type AwsResource, optionalString, from, resource, type Schema, z } from '@arch/core/builder';
import { HeadObjectOutput$ } from '@aws-sdk/client-s3';

import { type ObjectRestore, readObjectRestore } from '../object-restore.js';
import { readMetadata } from '../read-metadata.js';

/** An object without its content. https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html */
export interface ObjectHead extends AwsResource {
  /** The size in bytes. */
  readonly sizeBytes: number;
  /** The ETag, in quotes. It is not a hash of the content if the object was uploaded in parts or is encrypted with KMS. */
  readonly eTag?: string | undefined;
  /** The time at which the object was written, in UTC. */
  readonly lastModified?: Date | undefined;
  /** The media type of the content, e.g. `text/csv`. */
  readonly contentType?: string | undefined;
  /** The encoding that a reader must decode, e.g. `gzip`. */
  readonly contentEncoding?: string | undefined;
  /** The `Cache-Control` header, e.g. `max-age=3600`. */
  readonly cacheControl?: string | undefined;
  /** The `Content-Disposition` header, e.g. `attachment; filename="report.csv"`. */
  readonly contentDisposition?: string | undefined;
  /** The version ID. Absent in a bucket without versioning. */
  readonly versionId?: string | undefined;
  /** The user-defined metadata. The names have no `x-amz-meta-`; values that are not ASCII are decoded. */
  readonly metadata: Readonly<Record<string, string>>;
  /** The storage class. S3 does not send it for `STANDARD`. */
  readonly storageClass: string;
  /** The restore of an archived object. Absent if no restore was requested, or the restored copy has expired. */
  readonly restore?: ObjectRestore | undefined;
  /** The archive tier of an `INTELLIGENT_TIERING` object that must be restored before it can be read: `ARCHIVE_ACCESS` or `DEEP_ARCHIVE_ACCESS`. */
  readonly archiveStatus?: string | undefined;
  /** The encryption: `AES256`, `aws:kms` or `aws:kms:dsse`. */
  readonly serverSideEncryption?: string | undefined;
  /** The mode of the retention: `GOVERNANCE` or `COMPLIANCE`. Absent without a retention, or without `s3:GetObjectRetention`. */
  readonly objectLockMode?: string | undefined;
  /** The time at which the retention ends, in UTC; the version cannot be deleted before. */
  readonly objectLockRetainUntilDate?: Date | undefined;
  /** `ON`: the version cannot be deleted until the legal hold is removed. Absent without `s3:GetObjectLegalHold`. */
  readonly objectLockLegalHoldStatus?: string | undefined;
}

/** Parses S3's response to `HeadObject`. */
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
