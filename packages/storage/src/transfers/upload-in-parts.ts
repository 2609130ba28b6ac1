import { NotFoundError, UnexpectedResponseError } from '@arch/core';
import { addNote, type CallOptions } from '@arch/core/builder';

import type { ObjectSettings } from '../clients/object-settings.js';
import {
  abortMultipartUpload,
  type CompletedMultipartUpload,
  completeMultipartUpload,
  createMultipartUpload,
  type MultipartUploadReference,
  type UploadedPart,
  uploadPart,
} from '../multipart-uploads/index.js';
import { inParallel } from '../clients/in-parallel.js';
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
  readonly object: ObjectSettings & {
    readonly bucket: string;
    readonly key: string;
    readonly ifNoneMatch?: '*' | undefined;
    readonly ifMatch?: string | undefined;
  };
  readonly parts: AsyncIterable<NumberedPart>;
  readonly concurrency: number;
  readonly read: () => WholeObject;
  readonly progress: (bytes: number) => void;
  readonly options: CallOptions;
}

/** Uploads parts side by side and makes an object of them; when that fails, S3 keeps none of them. */
export const uploadInParts = async (
  it: Upload,
): Promise<WholeObject & Pick<CompletedMultipartUpload, 'eTag' | 'versionId'>> => {
  const { ifNoneMatch, ifMatch, contentType = 'application/octet-stream', ...settings } = it.object;
  const { uploadId } = await createMultipartUpload({ ...settings, contentType }, it.options);
  const upload = { bucket: settings.bucket, key: settings.key, uploadId, aws: forAllRequests(settings.aws) };
  let completing = false;
  const complete = async (): Promise<CompletedMultipartUpload> => {
    const parts = await uploadParts(upload, it);
    completing = true;
    const { sizeBytes } = it.read();
    const long = { ...it.options, timeoutMs: 900_000 };
    return completeMultipartUpload({ ...upload, parts, sizeBytes, ifNoneMatch, ifMatch }, long);
  };
  const completed = await complete().catch(async (error: unknown) => {
    throw await giveUp(upload, { error, completing, options: it.options });
  });
  const whole = it.read();
  checkWhole(upload, whole, completed);
  return { ...whole, eTag: completed.eTag, versionId: completed.versionId };
};

const uploadParts = async (
  upload: MultipartUploadReference,
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

/** Further members that every request of an upload takes, and needs where the first one has them. */
const forAllRequests = (aws: ObjectSettings['aws'] = {}): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(aws).filter(([name]) => /^(?:SSECustomer|RequestPayer|ExpectedBucket)/.test(name)));

interface Failure {
  readonly error: unknown;
  readonly completing: boolean;
  readonly options: CallOptions;
}

/** Has S3 delete the parts; the deadline of the call may be what failed, so this has one of its own. */
const giveUp = async (
  { aws, ...upload }: MultipartUploadReference,
  { error, completing, options }: Failure,
): Promise<unknown> => {
  const { signal: _over, ...own } = options;
  const { SSECustomerAlgorithm: _a, SSECustomerKey: _b, SSECustomerKeyMD5: _c, ...rest } = aws ?? {};
  try {
    await abortMultipartUpload({ ...upload, aws: rest }, own);
    return error;
  } catch (failure) {
    if (!(failure instanceof NotFoundError)) {
      const what = `The upload ${upload.uploadId} of ${upload.key} could not be aborted (${(failure as Error).message})`;
      return addNote(error, `${what}: its parts are there, and billed, until abortMultipartUpload() is called for it.`);
    }
    return completing ? addNote(error, 'S3 no longer knows the upload: it may have completed it all the same.') : error;
  }
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
