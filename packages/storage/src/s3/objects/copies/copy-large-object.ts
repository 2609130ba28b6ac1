import { type AwsInput, checkAwsMembers, input, openEnum, type Operation, task, z } from '@arch/core/builder';
import { bucketName, objectKey } from '@arch/services/s3';
import { CreateMultipartUploadCommand } from '@aws-sdk/client-s3';

import { checksumMode } from '../../checksum-mode.js';
import {
  checksumRule,
  type ChecksumSettings,
  checksumSettings,
  chooseChecksum,
  isChecksum,
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
  /** Where the copy goes. */
  readonly bucket: string;
  /** At most 1,024 bytes in UTF-8. */
  readonly key: string;
  readonly source: CopySource;
  /** Default `STANDARD`, whatever the source's. */
  readonly storageClass?: StorageClass | undefined;
  /** Parts that S3 copies at a time, 1–100. Default 8. */
  readonly concurrency?: number | undefined;
  /** Hears of every part. */
  readonly onProgress?: ((progress: TransferProgress) => void) | undefined;
}

/** A copy of an object of any size. */
export interface CopiedLargeObject {
  readonly bucket: string;
  readonly key: string;
  readonly sizeBytes: number;
  readonly eTag?: string | undefined;
  /** In a bucket with versions. */
  readonly versionId?: string | undefined;
}

/** S3's limit for a copy in one request. */
const mostBytes = 5_368_709_120;

/**
 * Copies an object of any size within S3, in one request up to 5 GB, in parts above. Both take over what S3 takes over: content headers,
 * metadata, tags, and the algorithm of the checksum; not storage class, encryption, access control lists or locks. All of it is of one
 * version of the source. The copy is there as a whole or not at all: on a failure and on an abort of `signal` the parts are removed, before the
 * call ends.
 *
 * @example
 * await copyLargeObject({ bucket: 'archive', key: 'film.mov', source: { bucket: 'videos', key: 'film.mov' }, storageClass: 'GLACIER' });
 * @throws {NotFoundError} there is no such object or bucket.
 * @throws {ConflictError} the source is archived and not restored, or changed while it was copied.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/CopyingObjectsMPUapi.html
 */
export const copyLargeObject: Operation<CopyLargeObjectInput, CopiedLargeObject> = task(() => ({
  name: 'copyLargeObject',
  input: input<CopyLargeObjectInput>({
    bucket: bucketName(),
    key: objectKey(),
    source: copySource(),
    storageClass: z.optional(openEnum(storageClasses)),
    ...checksumSettings(),
    concurrency: transferSettings(1).concurrency,
    onProgress: transferSettings(1).onProgress,
  }).check(z.refine(isChecksum, { error: checksumRule })),
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
  const { concurrency = 8, onProgress, source: given, checksum, checksumAlgorithm, ...object } = members;
  const { sizeBytes, eTag: sourceIfMatch } = head;
  // The version that was found now is copied, whatever is written in the meantime.
  const source = { ...given, versionId: head.versionId ?? given.versionId };
  const progress = progressOf({ onProgress }, sizeBytes);
  if (sizeBytes <= mostBytes) {
    const aws = {
      ...(sourceIfMatch !== undefined && { CopySourceIfMatch: sourceIfMatch }),
      ...(checksumAlgorithm && { ChecksumAlgorithm: checksumAlgorithm }),
      ...object.aws,
    };
    const copied = await copyObject({ ...object, source, aws }, { ...options, timeoutMs: 900_000 });
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
  return copyInParts({ object: settings, source, sizeBytes, sourceIfMatch, concurrency, progress, options, steps });
};
