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
import { uploadTimeLimits } from './upload-time-limits.js';

/** A part on its way. */
export interface NumberedPart {
  readonly partNumber: number;
  readonly body: Uint8Array;
}

/** What is known of the bytes when all parts have been read. */
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

/** Uploads parts side by side and makes an object of them; when that fails, S3 keeps none of them. */
export const uploadInParts = async (
  it: Upload,
): Promise<WholeObject & Pick<CompletedMultipartUpload, 'eTag' | 'versionId'>> => {
  const { ifNoneMatch, ifMatch, ...settings } = it.object;
  const request = beginMultipartUpload(settings, it.isChecksumNamed, it.options);
  const { uploadId } = await it.steps.making(uploadMayExist(settings), request);
  const upload = { bucket: settings.bucket, key: settings.key, uploadId, aws: membersOfParts(settings.aws) };
  let completing = false;
  const keep = it.steps.undo(uploadIsLeft(upload), (own) =>
    abort(upload, own).catch((error: unknown) => {
      if (!(error instanceof NotFoundError)) throw error;
      if (completing) it.steps.note('S3 no longer knows the upload: it may have completed it all the same');
    }),
  );
  const { checksum, checksumAlgorithm } = settings;
  const parts = await uploadParts(checksum === 'none' ? { ...upload, checksum } : { ...upload, checksumAlgorithm }, it);
  completing = true;
  const whole = it.read();
  const long = { ...it.options, timeoutMs: 900_000 };
  const { sizeBytes } = whole;
  const completed = await completeMultipartUpload({ ...upload, parts, sizeBytes, ifNoneMatch, ifMatch }, long);
  keep();
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

/** Has S3 delete the parts. */
const abort = async ({ aws, ...upload }: MultipartUploadReference, options: CallOptions): Promise<void> => {
  await abortMultipartUpload({ ...upload, aws: membersOfAbort(aws) }, options);
};

/** S3 has compared every part; this finds parts that were put together wrongly. */
const checkWhole = (
  { key }: MultipartUploadReference,
  { checksumCrc32: sent }: WholeObject,
  { checksumType, checksumCrc32 }: CompletedMultipartUpload,
): void => {
  if (checksumType !== 'FULL_OBJECT' || checksumCrc32 === undefined || checksumCrc32 === sent) return;
  throw new UnexpectedResponseError(
    `uploadFile: ${key} is there, but is not what was sent: its CRC32 is ${checksumCrc32}, and was ${sent}. Delete it and try again.`,
    { operation: 'uploadFile', resource: 'object', id: key },
  );
};
