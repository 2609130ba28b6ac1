import { crc32 } from 'node:zlib';

import { type CallOptions, checkAwsMembers, type TaskSteps } from '@arch/core/builder';
import { CreateMultipartUploadCommand } from '@aws-sdk/client-s3';

import { contentTypeOf } from './content-type-of.js';
import { type NumberedPart, openRecord } from './journals/index.js';
import { crc32ToBase64 } from './object-checksum.js';
import { rejectOnAbort } from '../in-parallel.js';
import { growingPartSizes, partSizesFor, workersFor } from './part-sizes.js';

import { progressOf } from '../transfer-progress.js';
import { putContent } from './put-content.js';
import { uploadChecksum } from './upload-checksum.js';
import type { UploadedFile, UploadFileInput } from './upload-file-input.js';
import { uploadInParts } from './upload-in-parts.js';
import type { UploadSource } from './upload-source.js';
import { uploadTimeLimits } from './upload-time-limits.js';

/** The size and the CRC32 of the parts that were read from a source. */
interface ReadTotals {
  sizeBytes: number;
  crc: number;
}

/** Uploads the content of a source: in one request if it fits into one part, otherwise in several parts. */
export const uploadFrom = async (
  source: UploadSource,
  members: UploadFileInput,
  { options, steps }: { readonly options: CallOptions; readonly steps: TaskSteps },
): Promise<UploadedFile> => {
  const { path, body: _body, resume, partSizeBytes, concurrency, onProgress, ...given } = members;
  checkAwsMembers('uploadFile', CreateMultipartUploadCommand, given.aws);
  const contentType = given.contentType ?? (await contentTypeOf(path ?? given.key));
  const object = { ...given, contentType, ...(await uploadChecksum(given, options)) };
  const { sizeBytes } = source;
  const record = await openRecord(source.file, { path, resume, object }, { options, steps });
  const partBytes = record?.begun?.partSizeBytes ?? partSizeBytes;
  const sizeOf = sizeBytes === undefined ? growingPartSizes(partBytes) : partSizesFor(sizeBytes, partBytes);
  const progress = progressOf({ onProgress }, sizeBytes);
  if (record?.completed) {
    progress(record.completed.sizeBytes, 'resumed');
    await record.remove();
    return { bucket: object.bucket, key: object.key, ...record.completed };
  }
  const read: ReadTotals = { sizeBytes: 0, crc: 0 };
  const parts = numbered(source.parts(sizeOf), read);
  const [first, second] = await firstTwo(parts, options);
  const { bucket, key } = object;
  if (!second) {
    const { body } = first;
    const written = await putContent(
      { ...object, body },
      { ...options, ...uploadTimeLimits(body.byteLength, options) },
    );
    progress(body.byteLength);
    await record?.remove();
    return { bucket, key, sizeBytes: read.sizeBytes, ...written, checksumCrc32: crc32ToBase64(read.crc) };
  }
  const uploading = uploadInParts({
    object,
    isChecksumNamed: given.checksum !== undefined || given.aws?.['ChecksumType'] !== undefined,
    parts: chain([first, second], parts),
    partSizeBytes: sizeOf(0),
    concurrency: workersFor(sizeOf(0), concurrency),
    read: () => ({ sizeBytes: read.sizeBytes, checksumCrc32: crc32ToBase64(read.crc) }),
    record,
    progress,
    options,
    steps,
  });
  return { bucket, key, ...(await (record?.during(uploading) ?? uploading)) };
};

/** Numbers the parts, and adds them to the totals. */
async function* numbered(
  parts: AsyncIterable<Uint8Array>,
  read: ReadTotals,
): AsyncGenerator<NumberedPart, void, undefined> {
  let partNumber = 0;
  for await (const body of parts) {
    read.sizeBytes += body.byteLength;
    read.crc = crc32(body, read.crc);
    yield { partNumber: ++partNumber, body };
  }
}

/** Reads two parts, because a full first part may be the last one. */
const firstTwo = async (
  parts: AsyncIterator<NumberedPart>,
  { signal }: CallOptions,
): Promise<readonly [NumberedPart, NumberedPart | undefined]> => {
  const next = (): Promise<IteratorResult<NumberedPart>> =>
    signal ? rejectOnAbort(parts.next(), signal) : parts.next();
  const first = (await next()).value as NumberedPart;
  const second = await next();
  return [first, second.done ? undefined : second.value];
};

async function* chain<Item>(
  items: readonly Item[],
  others: AsyncIterable<Item>,
): AsyncGenerator<Item, void, undefined> {
  yield* items;
  yield* others;
}
