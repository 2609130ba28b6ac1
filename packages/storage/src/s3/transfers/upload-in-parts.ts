import { NotFoundError, UnexpectedResponseError } from '@arch/core';
import type { CallOptions, TaskSteps } from '@arch/core/builder';

import { membersOfAbort, membersOfParts } from '../members-of-parts.js';
import { uploadIsLeft, uploadMayExist } from '../multipart-remains.js';
import type { ChecksumSettings } from '../checksum-settings.js';
import type { ObjectSettings } from '../object-settings.js';
import {
  abortMultipartUpload,
  type CompletedMultipartUpload,
  completeMultipartUpload,
  type MultipartUploadReference,
  type UploadedPart,
  uploadPart,
  type UploadPartInput,
} from '../multipart-uploads/index.js';
import { beginMultipartUpload } from '../begin-multipart-upload.js';
import { inParallel } from '../in-parallel.js';
import { uploadTimeLimits } from '../upload-time-limits.js';

/** A part that is uploaded. */
export interface NumberedPart {
  readonly partNumber: number;
  readonly body: Uint8Array;
}

/** The size and checksum of the object, known when all parts are read. */
interface WholeObject {
  readonly sizeBytes: number;
  readonly checksumCrc32: string;
}

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
  readonly concurrency: number;
  readonly read: () => WholeObject;
  readonly progress: (bytes: number) => void;
  readonly options: CallOptions;
  readonly steps: TaskSteps;
}

/** Uploads the parts in parallel and completes the upload. If that fails, the upload is aborted. */
export const uploadInParts = async (
  transfer: Upload,
): Promise<WholeObject & Pick<CompletedMultipartUpload, 'eTag' | 'versionId'>> => {
  const { object, isChecksumNamed, options, steps } = transfer;
  const { ifNoneMatch, ifMatch, ...settings } = object;
  const request = beginMultipartUpload(settings, isChecksumNamed, options);
  const { uploadId } = await steps.making(uploadMayExist(settings), request);
  const upload = { bucket: settings.bucket, key: settings.key, uploadId, aws: membersOfParts(settings.aws) };
  let isCompleting = false;
  const cancelUndo = steps.undo(uploadIsLeft(upload), (own) =>
    abort(upload, own).catch((error: unknown) => {
      if (!(error instanceof NotFoundError)) throw error;
      if (isCompleting) steps.note('S3 may have completed the upload');
    }),
  );
  const { checksum, checksumAlgorithm } = settings;
  const partSettings = checksum === 'none' ? { ...upload, checksum } : { ...upload, checksumAlgorithm };
  const parts = await uploadParts(partSettings, transfer);
  isCompleting = true;
  const whole = transfer.read();
  const completing = { ...options, timeoutMs: 900_000 };
  const { sizeBytes } = whole;
  const completed = await completeMultipartUpload({ ...upload, parts, sizeBytes, ifNoneMatch, ifMatch }, completing);
  cancelUndo();
  checkWhole(upload, whole, completed);
  return { ...whole, eTag: completed.eTag, versionId: completed.versionId };
};

const uploadParts = async (
  upload: Omit<UploadPartInput, 'partNumber' | 'body'>,
  { parts, concurrency, progress, options }: Upload,
): Promise<readonly UploadedPart[]> => {
  const uploaded: UploadedPart[] = [];
  const { signal = new AbortController().signal } = options;
  await inParallel(parts, { concurrency, signal }, async (part, either) => {
    const { byteLength } = part.body;
    const own = { ...options, ...uploadTimeLimits(byteLength, options), signal: either };
    uploaded.push(await uploadPart({ ...upload, ...part }, own));
    progress(byteLength);
  });
  return uploaded.sort((one, other) => one.partNumber - other.partNumber);
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
