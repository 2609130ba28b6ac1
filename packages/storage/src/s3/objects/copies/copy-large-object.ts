import { type AwsInput, checkAwsMembers, input, openEnum, type Operation, task, text, z } from '@arch/core/builder';
import { bucketName, objectKey } from '@arch/services/s3';
import { CreateMultipartUploadCommand } from '@aws-sdk/client-s3';

import { checksumMode } from '../../checksum-mode.js';
import {
  checksumRule,
  type ChecksumSettings,
  checksumSettings,
  chooseChecksum,
  isChecksumSupported,
} from '../../checksum-settings.js';
import { type CopySource, copySource } from '../../copy-source.js';
import { type StorageClass, storageClasses } from '../../object-settings.js';
import { requestMultipartUpload } from '../../request-multipart-upload.js';
import { progressOf, type TransferProgress, transferSettings } from '../../transfer-progress.js';
import { abortMultipartUpload, completeMultipartUpload, uploadPartCopy } from '../../multipart-uploads/index.js';
import { copyObject, headObject, type ObjectHead } from '../index.js';
import { type CopyInParts, copyInParts } from './copy-in-parts.js';
import { requestObjectTags } from './request-object-tags.js';
import { sourceChecksum, sourceSettings } from './source-settings.js';

export interface CopyLargeObjectInput extends AwsInput, ChecksumSettings {
  /** The name of the destination bucket, or the ARN of an access point. */
  readonly bucket: string;
  /** The key of the copy, 1–1,024 bytes in UTF-8. */
  readonly key: string;
  /** The object to copy. */
  readonly source: CopySource;
  /** The storage class of the copy. Default: `STANDARD`, also if the source has another storage class. */
  readonly storageClass?: StorageClass | undefined;
  /** `*` copies only if the destination key does not exist; otherwise throws a `ConflictError`. */
  readonly ifNoneMatch?: '*' | undefined;
  /** An `eTag`: replaces the object at the destination only if it still has this ETag; otherwise throws a `ConflictError`. */
  readonly ifMatch?: string | undefined;
  /** The maximum number of parts that S3 copies at the same time, 1–100. Default: 8. */
  readonly concurrency?: number | undefined;
  /** A function that receives the progress after each copied part. */
  readonly onProgress?: ((progress: TransferProgress) => void) | undefined;
}

/** A copy of an object of any size. */
export interface CopiedLargeObject {
  /** The name of the destination bucket, or the ARN of an access point. */
  readonly bucket: string;
  /** The key of the copy. */
  readonly key: string;
  /** The size in bytes. */
  readonly sizeBytes: number;
  /** The ETag of the copy. */
  readonly eTag?: string | undefined;
  /** The version ID of the copy. Absent in a bucket without versioning. */
  readonly versionId?: string | undefined;
}

/** S3's limit for a copy in one request. */
const mostBytes = 5_368_709_120;

/**
 * Copies an object of any size within S3: up to 5 GiB in one request, larger objects in parts. The copy gets the content headers, metadata,
 * tags and checksum algorithm of the source, but not its storage class, encryption, access control list or locks. If the source changes
 * during the copy, the call fails. After a failure or an abort, the function deletes all parts and then rejects. The default deadline is 24
 * hours.
 *
 * @example
 * await copyLargeObject({ bucket: 'archive', key: 'film.mov', source: { bucket: 'videos', key: 'film.mov' }, storageClass: 'GLACIER' });
 * @throws {NotFoundError} there is no such object or bucket.
 * @throws {ConflictError} the source is archived and not restored, or changed during the copy; or the destination exists (`ifNoneMatch`) or
 * has another ETag (`ifMatch`).
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/CopyingObjectsMPUapi.html
 */
export const copyLargeObject: Operation<
  CopyLargeObjectInput,
  CopiedLargeObject,
  { on: 'bucket' | 'key' | 'prefix'; with: 'objectLockLegalHoldStatus' | 'objectLockMode' | 'tags' | 'versionId' }
> = task(() => ({
  name: 'copyLargeObject',
  input: input<CopyLargeObjectInput>({
    bucket: bucketName(),
    key: objectKey(),
    source: copySource(),
    storageClass: z.optional(openEnum(storageClasses)),
    ifNoneMatch: z.optional(z.literal('*')),
    ifMatch: z.optional(text(1, 1_024)),
    ...checksumSettings(),
    concurrency: transferSettings(1).concurrency,
    onProgress: transferSettings(1).onProgress,
  }).check(z.refine(isChecksumSupported, { error: checksumRule })),
  uses: [
    headObject,
    copyObject,
    requestObjectTags,
    requestMultipartUpload,
    uploadPartCopy,
    completeMultipartUpload,
    abortMultipartUpload,
  ],
  timeoutMs: 86_400_000,
  run: async (members, options, steps) => {
    checkAwsMembers('copyLargeObject', CreateMultipartUploadCommand, members.aws);
    const head = await headObject({ ...members.source, aws: await checksumMode(options) }, options);
    const { bucket, key } = members;
    const { eTag, versionId } = await copy(members, head, { options, steps });
    return { bucket, key, sizeBytes: head.sizeBytes, eTag, versionId };
  },
}));

const copy = async (
  members: CopyLargeObjectInput,
  head: ObjectHead,
  { options, steps }: Pick<CopyInParts, 'options' | 'steps'>,
): Promise<Pick<CopiedLargeObject, 'eTag' | 'versionId'>> => {
  const { concurrency = 8, onProgress, source: given, checksum, checksumAlgorithm, ifNoneMatch, ifMatch } = members;
  const { bucket, key, storageClass, aws: own } = members;
  const object = { bucket, key, storageClass, aws: own };
  const { sizeBytes, eTag: sourceIfMatch } = head;
  // All requests copy the version that exists now, even if a newer version is written in the meantime.
  const source = { ...given, versionId: head.versionId ?? given.versionId };
  const progress = progressOf({ onProgress }, sizeBytes);
  if (sizeBytes <= mostBytes) {
    const aws = {
      ...(sourceIfMatch !== undefined && { CopySourceIfMatch: sourceIfMatch }),
      ...(checksumAlgorithm && { ChecksumAlgorithm: checksumAlgorithm }),
      ...object.aws,
    };
    const conditions = { ifNoneMatch, ifMatch };
    const copied = await copyObject({ ...object, ...conditions, source, aws }, { ...options, timeoutMs: 900_000 });
    progress(sizeBytes);
    return copied;
  }
  const found = await sourceSettings(source, head, options);
  const settings = {
    ...found,
    ...object,
    aws: { ...found.aws, ...object.aws },
    ...(await chooseChecksum({ checksum, checksumAlgorithm }, options, sourceChecksum(head.aws))),
  };
  const conditions = { ifNoneMatch, ifMatch, sourceIfMatch };
  return copyInParts({ object: settings, source, sizeBytes, ...conditions, concurrency, progress, options, steps });
};
