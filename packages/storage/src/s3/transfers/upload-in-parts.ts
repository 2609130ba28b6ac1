import { NotFoundError, UnexpectedResponseError } from '@arch/core';
import type { CallOptions, TaskSteps } from '@arch/core/builder';

import { membersOfAbort, membersOfParts } from '../members-of-parts.js';
import { uploadIsKept, uploadIsLeft, uploadMayExist } from '../multipart-remains.js';
import type { ChecksumSettings } from '../checksum-settings.js';
import type { ObjectSettings } from '../object-settings.js';
import {
  abortMultipartUpload,
  type CompletedMultipartUpload,
  completeMultipartUpload,
  type MultipartUploadReference,
  uploadPart,
  type UploadPartInput,
} from '../multipart-uploads/index.js';
import { beginMultipartUpload } from '../begin-multipart-upload.js';
import { withPartChecksum } from './checksums/index.js';
import { inParallel } from '../in-parallel.js';
import type { TransferCounter } from '../transfer-progress.js';
import type { TransferSlots } from '../transfer-slots.js';
import type { CompletedPart, NumberedPart, UploadRecord, WholeObject } from './journals/index.js';
import { uploadTimeLimits } from '../upload-time-limits.js';

interface Upload {
  readonly object: ObjectSettings &
    ChecksumSettings & {
      readonly bucket: string;
      readonly key: string;
      readonly ifNoneMatch?: '*' | undefined;
      readonly ifMatch?: string | undefined;
    };
  /** Whether the input names the kind of the checksum. */
  readonly isChecksumNamed: boolean;
  readonly parts: AsyncIterable<NumberedPart>;
  readonly partSizeBytes: number;
  readonly concurrency: number;
  readonly slots: TransferSlots;
  /** Returns the size and checksum of the object, known when all parts are read. */
  readonly whole: () => WholeObject;
  /** Called with a part that was uploaded: its memory can be used again. */
  readonly free: (part: Uint8Array) => void;
  /** The record of an upload that a later call can continue. */
  readonly record: UploadRecord | undefined;
  readonly progress: TransferCounter;
  readonly options: CallOptions;
  readonly steps: TaskSteps;
}

/** Uploads the parts in parallel and completes the upload. If that fails, the upload is aborted, or kept for a call that continues it. */
export const uploadInParts = async (
  transfer: Upload,
): Promise<WholeObject & Pick<CompletedMultipartUpload, 'eTag' | 'versionId'>> => {
  const { object, isChecksumNamed, record, options, steps } = transfer;
  const { ifNoneMatch, ifMatch, ...settings } = object;
  const begin = (): Promise<{ readonly uploadId: string }> =>
    steps.making(uploadMayExist(settings), beginMultipartUpload(settings, isChecksumNamed, options));
  const { uploadId } = record?.begun ?? (await begin());
  const upload = { bucket: settings.bucket, key: settings.key, uploadId, aws: membersOfParts(settings.aws) };
  let isCompleting = false;
  const cancelUndo = steps.undo(uploadIsLeft(upload), async (own) => {
    if (record?.isKept()) return steps.note(uploadIsKept(upload));
    await abort(upload, own).catch((error: unknown) => {
      if (!(error instanceof NotFoundError)) throw error;
      if (isCompleting) steps.note('S3 may have completed the upload');
    });
    await record?.remove();
  });
  if (!record?.begun) await record?.begin(uploadId, transfer.partSizeBytes);
  const { checksum, checksumAlgorithm } = settings;
  const partSettings = checksum === 'none' ? { ...upload, checksum } : { ...upload, checksumAlgorithm };
  const parts = await uploadParts(partSettings, transfer);
  isCompleting = true;
  const whole = transfer.whole();
  const completing = { ...options, timeoutMs: 900_000 };
  const { sizeBytes } = whole;
  await record?.completing(whole);
  const completed = await completeMultipartUpload({ ...upload, parts, sizeBytes, ifNoneMatch, ifMatch }, completing);
  cancelUndo();
  await record?.remove();
  checkWhole(upload, whole, completed);
  return { ...whole, eTag: completed.eTag, versionId: completed.versionId };
};

const uploadParts = async (
  upload: Omit<UploadPartInput, 'partNumber' | 'body'>,
  { parts, concurrency, slots, record, progress, free, options }: Upload,
): Promise<readonly CompletedPart[]> => {
  const uploaded: CompletedPart[] = [];
  const { signal = new AbortController().signal } = options;
  await inParallel(parts, { concurrency, slots, signal }, async (part, either) => {
    const { partNumber, body, checksumCrc32 } = part;
    const { byteLength } = body;
    const own = { ...options, ...uploadTimeLimits(byteLength, options), signal: either };
    const aws = withPartChecksum(upload, checksumCrc32);
    const sent = await uploadPart({ ...upload, partNumber, body, aws }, own);
    uploaded.push(sent);
    await record?.add(part, sent);
    free(body);
    progress(byteLength);
  });
  return [...(record?.found ?? []), ...uploaded].sort((one, other) => one.partNumber - other.partNumber);
};

/** Aborts the upload, so that S3 deletes its parts. */
const abort = async ({ aws, ...upload }: MultipartUploadReference, options: CallOptions): Promise<void> => {
  await abortMultipartUpload({ ...upload, aws: membersOfAbort(aws) }, options);
};

/** S3 has verified each part; this check finds parts that S3 joined wrongly. */
const checkWhole = (
  { key }: MultipartUploadReference,
  { checksumCrc32: sent }: WholeObject,
  { checksumType, checksumCrc32 }: CompletedMultipartUpload,
): void => {
  if (checksumType !== 'FULL_OBJECT' || checksumCrc32 === undefined || checksumCrc32 === sent) return;
  throw new UnexpectedResponseError(
    `uploadFile: the object ${key} was written, but is damaged: its CRC32 is ${checksumCrc32}, but the CRC32 of the sent content is ${sent}. ` +
      'Delete the object and call again.',
    { operation: 'uploadFile', resource: 'object', id: key },
  );
};
