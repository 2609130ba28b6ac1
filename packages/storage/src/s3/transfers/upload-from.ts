import { crc32 } from 'node:zlib';

import { type CallOptions, checkAwsMembers, type TaskSteps } from '@arch/core/builder';
import { CreateMultipartUploadCommand } from '@aws-sdk/client-s3';

import { contentTypeOf } from './content-type-of.js';
import { crc32ToBase64 } from './object-checksum.js';
import { chain, firstTwo } from '../first-two.js';
import { growingPartSizes, partSizesFor, workersFor } from './part-sizes.js';

import { progressOf } from '../transfer-progress.js';
import { putContent } from './put-content.js';
import { uploadChecksum } from './upload-checksum.js';
import type { UploadedFile, UploadFileInput } from './upload-file-input.js';
import { type NumberedPart, uploadInParts } from './upload-in-parts.js';
import type { UploadSource } from '../upload-source.js';
import { uploadTimeLimits } from '../upload-time-limits.js';

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
  const { path, body: _body, sizeBytes: _sizeBytes, partSizeBytes, concurrency, onProgress, ...given } = members;
  checkAwsMembers('uploadFile', CreateMultipartUploadCommand, given.aws);
  const contentType = given.contentType ?? (await contentTypeOf(path ?? given.key));
  const object = { ...given, contentType, ...(await uploadChecksum(given, options)) };
  const { sizeBytes } = source;
  const sizeOf = sizeBytes === undefined ? growingPartSizes(partSizeBytes) : partSizesFor(sizeBytes, partSizeBytes);
  const progress = progressOf({ onProgress }, sizeBytes);
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
    return { bucket, key, sizeBytes: read.sizeBytes, ...written, checksumCrc32: crc32ToBase64(read.crc) };
  }
  const written = await uploadInParts({
    object,
    isChecksumNamed: given.checksum !== undefined || given.aws?.['ChecksumType'] !== undefined,
    parts: chain([first, second], parts),
    concurrency: workersFor(sizeOf(0), concurrency),
    read: () => ({ sizeBytes: read.sizeBytes, checksumCrc32: crc32ToBase64(read.crc) }),
    progress,
    options,
    steps,
  });
  return { bucket, key, ...written };
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
