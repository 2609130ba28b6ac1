import type { CallOptions, TaskSteps } from '@arch/core/builder';

import { adaptiveSlots } from '../../adaptive-slots.js';
import type { CopySource } from '../../copy-source.js';
import { inParallel } from '../../in-parallel.js';
import { membersOfAbort, membersOfParts } from '../../members-of-parts.js';
import { uploadIsLeft, uploadMayExist } from '../../multipart-remains.js';
import { requestMultipartUpload } from '../../request-multipart-upload.js';
import { rangesOf } from '../../ranges.js';
import { warnOfThrottling } from '../../warn-of-throttling.js';
import {
  abortMultipartUpload,
  type CompletedMultipartUpload,
  completeMultipartUpload,
  type CreateMultipartUploadInput,
  type MultipartUploadReference,
  type UploadedPart,
  uploadPartCopy,
} from '../../multipart-uploads/index.js';

/** The input of {@link copyInParts}. */
export interface CopyInParts {
  readonly object: CreateMultipartUploadInput;
  readonly source: CopySource;
  readonly sizeBytes: number;
  /** The ETag that the source must have until the copy is complete. */
  readonly sourceIfMatch: string | undefined;
  /** The conditions for the destination. */
  readonly ifNoneMatch: '*' | undefined;
  readonly ifMatch: string | undefined;
  readonly concurrency: number;
  readonly progress: (bytes: number) => void;
  readonly options: CallOptions;
  readonly steps: TaskSteps;
}

const mebibyte = 1_048_576;

/** Returns the size of a part: 512 MiB, or more if there would otherwise be more than 10,000 parts. */
export const copyPartBytes = (sizeBytes: number): number =>
  Math.max(512, Math.ceil(sizeBytes / 10_000 / mebibyte)) * mebibyte;

/** Copies the parts in parallel and completes the upload. If that fails, the upload is aborted. */
export const copyInParts = async (copy: CopyInParts): Promise<CompletedMultipartUpload> => {
  const { object, sizeBytes, ifNoneMatch, ifMatch, options, steps } = copy;
  const { bucket, key, aws } = object;
  const { uploadId } = await steps.making(uploadMayExist(object), requestMultipartUpload(object, options));
  const upload = { bucket, key, uploadId, aws: membersOfParts(aws) };
  const cancelUndo = steps.undo(uploadIsLeft(upload), (own) =>
    abortMultipartUpload({ ...upload, aws: membersOfAbort(aws) }, own),
  );
  const parts = await copyParts(upload, copy);
  const completing = { ...options, timeoutMs: 900_000 };
  const completed = await completeMultipartUpload({ ...upload, parts, sizeBytes, ifNoneMatch, ifMatch }, completing);
  cancelUndo();
  return completed;
};

const copyParts = async (
  upload: MultipartUploadReference,
  { source, sizeBytes, sourceIfMatch, concurrency, progress, options }: CopyInParts,
): Promise<readonly UploadedPart[]> => {
  const copied: UploadedPart[] = [];
  const partBytes = copyPartBytes(sizeBytes);
  const { signal = new AbortController().signal } = options;
  const slots = adaptiveSlots(concurrency, warnOfThrottling('copyLargeObject', concurrency, options));
  const observed = slots.observing(options);
  await inParallel(rangesOf(sizeBytes, partBytes), { concurrency, slots, signal }, async (range, either) => {
    const partNumber = range.start / partBytes + 1;
    // S3 responds when the part is copied: 512 MiB take seconds, sometimes minutes.
    const own = { ...observed, signal: either, attemptTimeoutMs: 300_000, timeoutMs: 900_000 };
    copied.push(await uploadPartCopy({ ...upload, partNumber, source, range, sourceIfMatch }, own));
    progress(range.end + 1 - range.start);
  });
  return copied.sort((one, other) => one.partNumber - other.partNumber);
};
