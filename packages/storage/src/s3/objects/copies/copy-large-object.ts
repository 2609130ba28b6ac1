import {
  type AwsInput,
  type CallOptions,
  checkAwsMembers,
  input,
  openEnum,
  type Operation,
  task,
  type Tags,
  z,
} from '@arch/core/builder';
import { bucketName, objectKey } from '@arch/services/s3';
import { CreateMultipartUploadCommand } from '@aws-sdk/client-s3';

import { type CopySource, copySource } from '../../copy-source.js';
import { type StorageClass, storageClasses } from '../../object-settings.js';
import { progressOf, type TransferProgress, transferSettings } from '../../transfer-progress.js';
import {
  abortMultipartUpload,
  completeMultipartUpload,
  createMultipartUpload,
  uploadPartCopy,
} from '../../multipart-uploads/index.js';
import { copyObject, headObject, type ObjectHead } from '../index.js';
import { type CopyInParts, copyInParts } from './copy-in-parts.js';
import { requestObjectTags } from './request-object-tags.js';

export interface CopyLargeObjectInput extends AwsInput {
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
 * Copies an object of any size within S3, with its type, metadata and tags: in one request up to 5 GB, in parts above. All of it is of one
 * version of the source. The copy is there as a whole or not at all: on a failure and on an abort of `signal` the parts are removed, before the
 * call ends.
 *
 * @example
 * await copyLargeObject({ bucket: 'archive', key: 'film.mov', source: { bucket: 'videos', key: 'film.mov' }, storageClass: 'GLACIER' });
 * @throws {NotFoundError} there is no such object or bucket.
 * @throws {ConflictError} the source is archived and not restored, or changed while it was copied.
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
    concurrency: transferSettings(1).concurrency,
    onProgress: transferSettings(1).onProgress,
  }),
  uses: [
    headObject,
    copyObject,
    requestObjectTags,
    createMultipartUpload,
    uploadPartCopy,
    completeMultipartUpload,
    abortMultipartUpload,
  ],
  timeoutMs: 86_400_000,
  run: async (members, options, steps) => {
    checkAwsMembers('copyLargeObject', CreateMultipartUploadCommand, members.aws);
    const head = await headObject(members.source, options);
    const { bucket, key } = members;
    const { eTag, versionId } = await copy(members, head, { options, steps });
    return { bucket, key, sizeBytes: head.sizeBytes, eTag, versionId };
  },
}));

const copy = async (
  { concurrency = 8, onProgress, source: { bucket, key, versionId }, ...object }: CopyLargeObjectInput,
  head: ObjectHead,
  { options, steps }: Pick<CopyInParts, 'options' | 'steps'>,
): Promise<Pick<CopiedLargeObject, 'eTag' | 'versionId'>> => {
  const { sizeBytes, eTag: sourceIfMatch } = head;
  // What was found now is what is copied, whatever is written meanwhile.
  const source = { bucket, key, versionId: head.versionId ?? versionId };
  const progress = progressOf({ onProgress }, sizeBytes);
  if (sizeBytes <= mostBytes) {
    const aws = { ...(sourceIfMatch !== undefined && { CopySourceIfMatch: sourceIfMatch }), ...object.aws };
    const copied = await copyObject({ ...object, source, aws }, { ...options, timeoutMs: 900_000 });
    progress(sizeBytes);
    return copied;
  }
  const settings = { ...settingsOf(head), ...object, tags: await tagsOf(source, head, options) };
  return copyInParts({ object: settings, source, sizeBytes, sourceIfMatch, concurrency, progress, options, steps });
};

type Settings = Pick<
  ObjectHead,
  'contentType' | 'contentEncoding' | 'cacheControl' | 'contentDisposition' | 'metadata'
>;

/** What a copy in one request takes over by itself. */
const settingsOf = ({
  contentType,
  contentEncoding,
  cacheControl,
  contentDisposition,
  metadata,
}: Settings): Settings => ({
  contentType,
  contentEncoding,
  cacheControl,
  contentDisposition,
  metadata,
});

const tagsOf = async (source: CopySource, { aws }: ObjectHead, options: CallOptions): Promise<Tags | undefined> =>
  aws['TagCount'] ? (await requestObjectTags({ source }, options)).tags : undefined;
