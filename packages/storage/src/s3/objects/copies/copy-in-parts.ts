import type { CallOptions, TaskSteps } from '@arch/core/builder';

import type { CopySource } from '../../copy-source.js';
import { inParallel } from '../../in-parallel.js';
import { membersOfAbort, membersOfParts } from '../../members-of-parts.js';
import { uploadIsLeft, uploadMayExist } from '../../multipart-remains.js';
import { requestMultipartUpload } from '../../request-multipart-upload.js';
import { rangesOf } from '../../ranges.js';
import {
  abortMultipartUpload,
  type CompletedMultipartUpload,
  completeMultipartUpload,
  type CreateMultipartUploadInput,
  type MultipartUploadReference,
  type UploadedPart,
  uploadPartCopy,
} from '../../multipart-uploads/index.js';

/** What is copied in parts, and how. */
export interface CopyInParts {
  readonly object: CreateMultipartUploadInput;
  readonly source: CopySource;
  readonly sizeBytes: number;
  /** The source has to be this one to the end. */
  readonly sourceIfMatch: string | undefined;
  readonly concurrency: number;
  readonly progress: (bytes: number) => void;
  readonly options: CallOptions;
  readonly steps: TaskSteps;
}

const mebibyte = 1_048_576;

/** Parts of 512 MiB, or as large as 10,000 of them have to be. */
export const copyPartBytes = (sizeBytes: number): number =>
  Math.max(512, Math.ceil(sizeBytes / 10_000 / mebibyte)) * mebibyte;

/** Copies parts side by side and makes an object of them; when that fails, S3 keeps none of them. */
export const copyInParts = async (it: CopyInParts): Promise<CompletedMultipartUpload> => {
  const { bucket, key, aws } = it.object;
  const { uploadId } = await it.steps.making(uploadMayExist(it.object), requestMultipartUpload(it.object, it.options));
  const upload = { bucket, key, uploadId, aws: membersOfParts(aws) };
  const keep = it.steps.undo(uploadIsLeft(upload), (own) =>
    abortMultipartUpload({ ...upload, aws: membersOfAbort(aws) }, own),
  );
  const parts = await copyParts(upload, it);
  const completing = { ...it.options, timeoutMs: 900_000 };
  const completed = await completeMultipartUpload({ ...upload, parts, sizeBytes: it.sizeBytes }, completing);
  keep();
  return completed;
};

const copyParts = async (
  upload: MultipartUploadReference,
  { source, sizeBytes, sourceIfMatch, concurrency, progress, options }: CopyInParts,
): Promise<readonly UploadedPart[]> => {
  const copied: UploadedPart[] = [];
  const partBytes = copyPartBytes(sizeBytes);
  const { signal = new AbortController().signal } = options;
  await inParallel(rangesOf(sizeBytes, partBytes), { concurrency, signal }, async (range, either) => {
    const partNumber = range.start / partBytes + 1;
    // S3 answers when the part is copied: half a gigabyte takes seconds, and may take minutes.
    const own = { ...options, signal: either, attemptTimeoutMs: 300_000, timeoutMs: 900_000 };
    copied.push(await uploadPartCopy({ ...upload, partNumber, source, range, sourceIfMatch }, own));
    progress(range.end + 1 - range.start);
  });
  return copied.sort((one, other) => one.partNumber - other.partNumber);
};
