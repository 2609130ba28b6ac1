import { ConflictError, UnexpectedResponseError } from '@arch/core';
import {
  type AwsInput,
  type CallOptions,
  checkAwsMembers,
  input,
  openEnum,
  type Operation,
  task,
  type TaskSteps,
  z,
} from '@arch/core/builder';
import { bucketName, objectKey } from '@arch/services/s3';
import { CreateMultipartUploadCommand } from '@aws-sdk/client-s3';

import type { ChecksumAlgorithm } from '../../checksum-algorithm.js';
import { checksumMode } from '../../checksum-mode.js';
import { compareHeads } from '../../compare-heads.js';
import { isNotImplemented } from '../../is-not-implemented.js';
import { membersOfParts } from '../../members-of-parts.js';
import { type StorageClass, storageClasses } from '../../object-settings.js';
import { type TransferProgress, transferSettings } from '../../transfer-progress.js';
import { type CopiedLargeObject, copyLargeObject } from '../copies/index.js';
import { deleteObject, getObjectStream, headObject, type ObjectHead } from '../index.js';
import { haveEqualContent } from './have-equal-content.js';

export interface MoveObjectInput extends AwsInput {
  /** The name of the destination bucket, or the ARN of an access point. */
  readonly bucket: string;
  /** The new key of the object, 1–1,024 bytes in UTF-8. */
  readonly key: string;
  /** The object to move. */
  readonly source: {
    /** The name of the bucket, or the ARN of an access point. */
    readonly bucket: string;
    /** The key of the object, 1–1,024 bytes in UTF-8. */
    readonly key: string;
  };
  /** The new storage class. Default: the storage class of the source. */
  readonly storageClass?: StorageClass | undefined;
  /** `*` moves only if the destination key does not exist; otherwise throws a `ConflictError`. */
  readonly ifNoneMatch?: '*' | undefined;
  /** The maximum number of parts that S3 copies at the same time, 1–100. Default: 8. */
  readonly concurrency?: number | undefined;
  /** A function that receives the progress of the copy. */
  readonly onProgress?: ((progress: TransferProgress) => void) | undefined;
}

/** A moved object. */
export interface MovedObject extends CopiedLargeObject {
  /**
   * The method of verification: a checksum that S3 stores of both objects, their equal ETags, or `content` if S3 stores nothing that can be
   * compared, so that both objects were read.
   */
  readonly verifiedBy: ChecksumAlgorithm | 'eTag' | 'content';
}

/**
 * Moves an object of any size: copies it, verifies the copy, and only then deletes the source. S3 has no move, so the price is that of a copy.
 * The copy keeps what it keeps with `copyLargeObject`, and in addition the storage class. The source is kept if the copy cannot be verified or
 * the source has changed in the meantime. In a bucket with versioning, the source gets a delete marker and its versions stay. The default
 * deadline is 24 hours.
 *
 * @example
 * await moveObject({ bucket: 'reports', key: 'done/11.csv', source: { bucket: 'reports', key: 'new/11.csv' } });
 * @throws {NotFoundError} there is no such object or bucket.
 * @throws {ConflictError} the source is archived and not restored, or changed during the move; or the destination exists (`ifNoneMatch`).
 * @throws {UnexpectedResponseError} the copy differs from the source; the source is kept.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/copy-object.html
 */
export const moveObject: Operation<
  MoveObjectInput,
  MovedObject,
  {
    on: 'bucket' | 'key' | 'prefix';
    with:
      | 'bypassGovernanceRetention'
      | 'ifMatch'
      | 'objectLockLegalHoldStatus'
      | 'objectLockMode'
      | 'tags'
      | 'versionId';
  }
> = task(() => ({
  name: 'moveObject',
  input: input<MoveObjectInput>({
    bucket: bucketName(),
    key: objectKey(),
    source: z.strictObject({ bucket: bucketName(), key: objectKey() }),
    storageClass: z.optional(openEnum(storageClasses)),
    ifNoneMatch: z.optional(z.literal('*')),
    concurrency: transferSettings(1).concurrency,
    onProgress: transferSettings(1).onProgress,
  }).check(
    z.refine(({ bucket, key, source }) => bucket !== source.bucket || key !== source.key, {
      error: 'a bucket and key that are not those of the source',
    }),
  ),
  uses: [headObject, copyLargeObject, getObjectStream, deleteObject],
  timeoutMs: 86_400_000,
  run: async (members, options, steps) => {
    checkAwsMembers('moveObject', CreateMultipartUploadCommand, members.aws);
    const { bucket, key, source } = members;
    const head = await headObject({ ...source, aws: await checksumMode(options) }, options);
    const storageClass = members.storageClass ?? (head.storageClass === 'STANDARD' ? undefined : head.storageClass);
    const left = `a copy ${key} may exist in bucket ${bucket}; the source is kept`;
    const copied = await steps.making(left, copyLargeObject({ ...members, storageClass }, options));
    const verifiedBy = await undoUnlessVerified(copied, steps, async () => {
      const found = await verify(members, { head, copied }, options);
      await checkUnchanged(source, head, options);
      return found;
    });
    await deleteSource(members, head, { options, steps });
    return { ...copied, verifiedBy };
  },
}));

interface Copy {
  readonly head: ObjectHead;
  readonly copied: CopiedLargeObject;
}

/** Deletes a new version that is not verified. Without versioning the copy is left: what it has replaced cannot be restored. */
const undoUnlessVerified = async <Result>(
  { bucket, key, versionId = 'null' }: CopiedLargeObject,
  { undo, note }: TaskSteps,
  verifying: () => Promise<Result>,
): Promise<Result> => {
  const left = `the copy ${key} is left in bucket ${bucket}; the source is kept`;
  const cancelUndo =
    versionId === 'null' ? undefined : undo(left, (own) => deleteObject({ bucket, key, versionId }, own));
  try {
    const result = await verifying();
    cancelUndo?.();
    return result;
  } catch (error) {
    if (!cancelUndo) note(left);
    throw error;
  }
};

/** Compares the copy with the source, if necessary byte by byte. */
const verify = async (
  { source, aws }: MoveObjectInput,
  { head, copied: { bucket, key, versionId } }: Copy,
  options: CallOptions,
): Promise<MovedObject['verifiedBy']> => {
  const copy = { bucket, key, versionId, aws: membersOfParts(aws) };
  const copyHead = await headObject({ ...copy, aws: { ...copy.aws, ...(await checksumMode(options)) } }, options);
  const verifiedBy = compareHeads(head, copyHead);
  if (verifiedBy !== 'differs' && verifiedBy !== undefined) return verifiedBy;
  const original = { ...source, versionId: head.versionId, ifMatch: head.eTag };
  if (verifiedBy === undefined && (await haveEqualContent([original, copy], options))) return 'content';
  throw new UnexpectedResponseError(
    `moveObject: the copy ${key} in bucket ${bucket} differs from ${source.key} in bucket ${source.bucket}. Call again.`,
    { operation: 'moveObject', resource: 'object', id: source.key },
  );
};

/** Throws if the source has been written since: by another program, or by the copy if both names are of the same bucket. */
const checkUnchanged = async (
  source: MoveObjectInput['source'],
  { eTag, lastModified, versionId }: ObjectHead,
  options: CallOptions,
): Promise<void> => {
  const now = await headObject(source, options);
  const isUnchanged =
    now.eTag === eTag && now.versionId === versionId && now.lastModified?.getTime() === lastModified?.getTime();
  if (isUnchanged) return;
  throw new ConflictError(
    `moveObject: ${source.key} in bucket ${source.bucket} changed during the move. Call again to move the new content.`,
    { operation: 'moveObject', resource: 'object', id: source.key, retryable: true },
  );
};

const deleteSource = async (
  { bucket, key, source }: MoveObjectInput,
  { eTag: ifMatch }: ObjectHead,
  { options, steps }: { readonly options: CallOptions; readonly steps: TaskSteps },
): Promise<void> => {
  try {
    await deleteObject({ ...source, ifMatch }, options).catch((error: unknown) => {
      // Some stores have no conditional deletions. The source has just been compared.
      if (!isNotImplemented(error)) throw error;
      return deleteObject(source, options);
    });
  } catch (error) {
    steps.note(
      `the copy ${key} in bucket ${bucket} is complete; ${source.key} in bucket ${source.bucket} may still exist`,
    );
    throw error;
  }
};
