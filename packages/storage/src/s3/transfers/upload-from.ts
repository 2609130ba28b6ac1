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
import { progressOf, type TransferSettings } from '../transfer-progress.js';
import { putContent } from './put-content.js';
import { uploadChecksum } from './upload-checksum.js';
import type { UploadedFile, UploadFileInput } from './upload-file-input.js';
import { uploadInParts } from './upload-in-parts.js';
import type { PartSizes, UploadSource } from '../upload-source.js';
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
  context: UploadContext,
): Promise<UploadedFile> => {
  const { path, resume, partSizeBytes, concurrency, onProgress } = members;
  const { bandwidth, options } = context;
  const object = await objectOf(source, members, options);
  const { bucket, key } = object;
  const record = await openRecord(source.file, { path, resume, object }, context);
  const progress = progressOf({ onProgress }, source.sizeBytes);
  if (record?.completed) {
    progress(record.completed.sizeBytes, 'resumed');
    await record.remove();
    return { bucket, key, ...record.completed };
  }
  const sizeOf = partSizesOf(source, record?.begun?.partSizeBytes ?? partSizeBytes);
  const sums = partSums();
  const parts = numbered(source.parts(sizeOf), sums);
  const [first, second] = await firstTwo(parts, options);
  if (!second) {
    await bandwidth?.take(first.body.byteLength, options);
    const written = await putPart(object, first, options);
    progress(first.body.byteLength);
    await record?.remove();
    return { bucket, key, ...sums.whole(), ...written };
  }
  const all = chain([first, second], parts);
  const uploading = uploadInParts({
    object,
    isChecksumNamed: members.checksum !== undefined || members.aws?.['ChecksumType'] !== undefined,
    parts: paced(record?.missing(all, progress) ?? all, { bandwidth, bytesOf: ({ body }) => body.byteLength }, options),
    partSizeBytes: sizeOf(0),
    whole: () => sums.whole(),
    free: (body) => source.free?.(body),
    record,
    progress,
    ...inSlots(workersFor(sizeOf(0), concurrency), context),
  });
  return { bucket, key, ...(await (record?.during(uploading) ?? uploading)) };
};

type UploadedObject = Omit<UploadFileInput, keyof TransferSettings | 'path' | 'body' | 'sizeBytes' | 'resume'> &
  Awaited<ReturnType<typeof uploadChecksum>>;

/** Returns the members of the object that is written: with its content type, the attributes of its file, and its checksum. */
const objectOf = async (
  { attributes }: UploadSource,
  {
    path,
    body: _body,
    sizeBytes: _size,
    resume: _resume,
    partSizeBytes: _partSize,
    concurrency: _concurrency,
    onProgress: _listener,
    preserve,
    maxBytesPerSecond: _most,
    ...given
  }: UploadFileInput,
  options: CallOptions,
): Promise<UploadedObject> => {
  checkAwsMembers('uploadFile', CreateMultipartUploadCommand, given.aws);
  const contentType = given.contentType ?? (await contentTypeOf(path ?? given.key));
  const metadata = attributes && preserve && toAttributeMetadata(attributes, { preserve });
  return {
    ...given,
    contentType,
    ...(metadata && { metadata: { ...given.metadata, ...metadata } }),
    ...(await uploadChecksum(given, options)),
  };
};

const partSizesOf = ({ sizeBytes }: UploadSource, given: number | undefined): PartSizes =>
  sizeBytes === undefined ? growingPartSizes(given) : partSizesFor(sizeBytes, given);

const putPart = (
  object: UploadedObject,
  { body, checksumCrc32 }: NumberedPart,
  options: CallOptions,
): ReturnType<typeof putContent> =>
  putContent(
    { ...object, aws: withPartChecksum(object, checksumCrc32), body },
    { ...options, ...uploadTimeLimits(body.byteLength, options) },
  );

/** Returns the slots of parallel requests, whose number adapts to throttling. */
const inSlots = (
  workers: number,
  { options, steps }: UploadContext,
): Pick<Parameters<typeof uploadInParts>[0], 'concurrency' | 'slots' | 'options' | 'steps'> => {
  const slots = adaptiveSlots(workers, warnOfThrottling('uploadFile', workers, options));
  return { concurrency: workers, slots, options: slots.observing(options), steps };
};

/** Numbers the parts, and adds them to the sums. */
async function* numbered(
  parts: AsyncIterable<Uint8Array>,
  sums: PartSums,
): AsyncGenerator<NumberedPart, void, undefined> {
  let partNumber = 0;
  for await (const body of parts) yield { partNumber: ++partNumber, body, checksumCrc32: sums.add(body) };
}
