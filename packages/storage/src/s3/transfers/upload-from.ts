import { type CallOptions, checkAwsMembers, type TaskSteps } from '@arch/core/builder';
import { CreateMultipartUploadCommand } from '@aws-sdk/client-s3';

import { toAttributeMetadata } from './attributes/index.js';
import { type Bandwidth, paced } from './bandwidths/index.js';
import { adaptiveSlots } from '../adaptive-slots.js';
import { contentTypeOf } from './content-type-of.js';
import { type PartSums, partSums, withPartChecksum } from './checksums/index.js';
import { type NumberedPart, openRecord } from './journals/index.js';
import { chain, firstTwo } from '../first-two.js';
import { growingPartSizes, partSizesFor, workersFor } from './part-sizes.js';

import { progressOf } from '../transfer-progress.js';
import { putContent } from './put-content.js';
import { uploadChecksum } from './upload-checksum.js';
import type { UploadedFile, UploadFileInput } from './upload-file-input.js';
import { uploadInParts } from './upload-in-parts.js';
import type { UploadSource } from '../upload-source.js';
import { warnOfThrottling } from '../warn-of-throttling.js';
import { uploadTimeLimits } from '../upload-time-limits.js';

/** The call of which an upload is part. */
export interface UploadContext {
  readonly bandwidth: Bandwidth | undefined;
  readonly options: CallOptions;
  readonly steps: TaskSteps;
}

/** Uploads the content of a source: in one request if it fits into one part, otherwise in several parts. */
export const uploadFrom = async (
  source: UploadSource,
  members: UploadFileInput,
  { bandwidth, options, steps }: UploadContext,
): Promise<UploadedFile> => {
  const {
    path,
    body: _body,
    sizeBytes: _size,
    resume,
    partSizeBytes,
    concurrency,
    onProgress,
    preserve,
    maxBytesPerSecond: _most,
    ...given
  } = members;
  checkAwsMembers('uploadFile', CreateMultipartUploadCommand, given.aws);
  const contentType = given.contentType ?? (await contentTypeOf(path ?? given.key));
  const metadata = source.attributes && preserve && toAttributeMetadata(source.attributes, { preserve });
  const object = {
    ...given,
    contentType,
    ...(metadata && { metadata: { ...given.metadata, ...metadata } }),
    ...(await uploadChecksum(given, options)),
  };
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
  const sums = partSums();
  const parts = numbered(source.parts(sizeOf), sums);
  const [first, second] = await firstTwo(parts, options);
  const { bucket, key } = object;
  if (!second) {
    const { body, checksumCrc32 } = first;
    await bandwidth?.take(body.byteLength, options);
    const written = await putContent(
      { ...object, aws: withPartChecksum(object, checksumCrc32), body },
      { ...options, ...uploadTimeLimits(body.byteLength, options) },
    );
    progress(body.byteLength);
    await record?.remove();
    return { bucket, key, sizeBytes: body.byteLength, ...written, checksumCrc32 };
  }
  const workers = workersFor(sizeOf(0), concurrency);
  const slots = adaptiveSlots(workers, warnOfThrottling('uploadFile', workers, options));
  const all = chain([first, second], parts);
  const missing = record?.missing(all, progress) ?? all;
  const uploading = uploadInParts({
    object,
    isChecksumNamed: given.checksum !== undefined || given.aws?.['ChecksumType'] !== undefined,
    parts: paced(missing, { bandwidth, bytesOf: ({ body }) => body.byteLength }, options),
    partSizeBytes: sizeOf(0),
    concurrency: workers,
    slots,
    whole: () => sums.whole(),
    free: (body) => source.free?.(body),
    record,
    progress,
    options: slots.observing(options),
    steps,
  });
  return { bucket, key, ...(await (record?.during(uploading) ?? uploading)) };
};

/** Numbers the parts, and adds them to the sums. */
async function* numbered(
  parts: AsyncIterable<Uint8Array>,
  sums: PartSums,
): AsyncGenerator<NumberedPart, void, undefined> {
  let partNumber = 0;
  for await (const body of parts) yield { partNumber: ++partNumber, body, checksumCrc32: sums.add(body) };
}
