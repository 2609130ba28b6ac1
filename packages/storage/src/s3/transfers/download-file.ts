import type { FileHandle } from 'node:fs/promises';

import { UnexpectedResponseError } from '@arch/core';
import {
  type AwsInput,
  type CallOptions,
  checkAwsMembers,
  input,
  type Operation,
  task,
  type TaskSteps,
  text,
  withLocalErrors,
  z,
} from '@arch/core/builder';
import { bucketName, objectKey } from '@arch/services/s3';
import { HeadObjectCommand } from '@aws-sdk/client-s3';

import { adaptiveSlots } from '../adaptive-slots.js';
import { checksumMode } from '../checksum-mode.js';
import { rangesOf, type WholeRange } from '../ranges.js';
import { type Bandwidth, bandwidthOf, bandwidthSettings, type BandwidthSettings, paced } from './bandwidths/index.js';
import { attributeSettings, type AttributeSettings, readAttributes } from './attributes/index.js';
import { headObject, type ObjectHead } from '../objects/index.js';
import { fetchRange } from './fetch-range.js';
import { requestObjectBlocks } from './read-object-blocks.js';
import { inParallel } from '../in-parallel.js';
import type { ChecksumAlgorithm } from '../checksum-algorithm.js';
import type { ObjectChecksum, RangeSums } from './checksums/index.js';
import { usualPartBytes, workersFor } from './part-sizes.js';
import { openTemporaryFile } from './temporary-files/index.js';
import { warnOfThrottling } from '../warn-of-throttling.js';
import { progressOf, type TransferSettings, transferSettings } from '../transfer-progress.js';

export interface DownloadFileInput extends AwsInput, TransferSettings, AttributeSettings, BandwidthSettings {
  /** The name of the bucket, or the ARN of an access point. */
  readonly bucket: string;
  /** The key of the object, 1–1,024 bytes in UTF-8. */
  readonly key: string;
  /** The ID of the version. Default: the current version. */
  readonly versionId?: string | undefined;
  /** An `eTag`: downloads the object only if it still has this ETag; otherwise throws a `ConflictError`. */
  readonly ifMatch?: string | undefined;
  /** The path of the file, in an existing folder. An existing file is replaced only after the download is complete and verified. */
  readonly path: string;
}

/** A downloaded file. */
export interface DownloadedFile {
  /** The path of the file. */
  readonly path: string;
  /** The size in bytes. */
  readonly sizeBytes: number;
  /** The ETag of the object. */
  readonly eTag?: string | undefined;
  /** The version ID of the object. Absent in a bucket without versioning. */
  readonly versionId?: string | undefined;
  /**
   * The method of verification: the checksum that S3 stores of the whole object, or `length` if S3 stores none or AWS's setting
   * `response_checksum_validation` is `when_required`.
   */
  readonly verifiedBy: ChecksumAlgorithm | 'length';
}

/**
 * Downloads an object of any size to a file. It requests several ranges in parallel, all of the same version. After a broken connection, a
 * range continues after the last received byte. The content is first written to a temporary file (`.part`) in the same folder, which gets the
 * final name when it is complete and verified. After a failure or an abort, the function removes the temporary file and then rejects. The
 * default deadline is 24 hours.
 *
 * @example
 * const { sizeBytes, verifiedBy } = await downloadFile({ bucket: 'videos', key: 'film.mp4', path: 'film.mp4' });
 * @throws {LocalError} the file cannot be written, e.g. because the folder does not exist (`ENOENT`) or the disk is full (`ENOSPC`).
 * @throws {NotFoundError} there is no such object, version or bucket.
 * @throws {ConflictError} the object is archived and not restored, changed during the download, or its ETag is not `ifMatch`.
 * @throws {UnexpectedResponseError} the received content does not match the checksum or the length of the object.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 */
export const downloadFile: Operation<
  DownloadFileInput,
  DownloadedFile,
  { on: 'bucket' | 'key' | 'prefix'; with: 'versionId' }
> = task(() => ({
  name: 'downloadFile',
  input: downloadFileInput(),
  uses: [headObject, requestObjectBlocks],
  timeoutMs: 86_400_000,
  run: (members, options, steps) => downloadContent(members, { bandwidth: bandwidthOf(members), options, steps }),
}));

/** Checks a {@link DownloadFileInput}. */
export const downloadFileInput = (): z.ZodMiniType<DownloadFileInput> =>
  input<DownloadFileInput>({
    bucket: bucketName(),
    key: objectKey(),
    versionId: z.optional(text(1, 1_024)),
    ifMatch: z.optional(text(1, 1_024)),
    path: text(1, 4_096),
    ...transferSettings(1_048_576),
    ...attributeSettings(),
    ...bandwidthSettings(),
  });

/** The call of which a download is part. */
interface DownloadContext {
  readonly bandwidth: Bandwidth | undefined;
  readonly options: CallOptions;
  readonly steps: TaskSteps;
}

/** Downloads the object of an input, within a bandwidth that other objects may share. */
export const downloadContent = async (
  members: DownloadFileInput,
  { bandwidth, options, steps }: DownloadContext,
): Promise<DownloadedFile> => {
  checkAwsMembers('downloadFile', HeadObjectCommand, members.aws);
  const target = await openTemporaryFile(members.path);
  steps.undo(`the file ${target.path} is left: delete it`, target.discard);
  const { bucket, key, versionId: wanted, ifMatch, aws } = members;
  const reference = { bucket, key, versionId: wanted, ifMatch };
  const head = await headObject({ ...reference, aws: { ...(await checksumMode(options)), ...aws } }, options);
  // The code for checksums is loaded with the first transfer.
  const { checksumOf, rangeSums } = await import('./checksums/index.js');
  const expected = checksumOf(head.aws);
  const sums = expected?.algorithm === 'CRC32' ? rangeSums() : undefined;
  await fetchRanges(members, head, { file: target.file, sums, bandwidth, options });
  const verifying = verify({ ...members, sizeBytes: head.sizeBytes, expected, sums }, target.file, options.signal);
  const [verifiedBy] = await Promise.all([verifying, target.flush()]);
  await target.keep(readAttributes(head.metadata, members));
  const { sizeBytes, eTag, versionId } = head;
  return { path: members.path, sizeBytes, eTag, versionId, verifiedBy };
};

interface Fetched extends Omit<DownloadContext, 'steps'> {
  readonly file: FileHandle;
  readonly sums: RangeSums | undefined;
}

const fetchRanges = async (
  { bucket, key, aws, path, partSizeBytes = usualPartBytes, concurrency, onProgress }: DownloadFileInput,
  { sizeBytes, eTag: ifMatch, versionId }: ObjectHead,
  { file, sums, bandwidth, options }: Fetched,
): Promise<void> => {
  const progress = progressOf({ onProgress }, sizeBytes);
  // All ranges are of the version that exists now, even if the object changes during the download.
  const fetching = { object: { bucket, key, aws, versionId, ifMatch }, file, path, progress, sums };
  const { signal = new AbortController().signal } = options;
  const workers = workersFor(partSizeBytes, concurrency);
  const slots = adaptiveSlots(workers, warnOfThrottling('downloadFile', workers, options));
  const own = slots.observing(options);
  const pace = { bandwidth, bytesOf: ({ start, end }: WholeRange) => end + 1 - start };
  await inParallel(
    paced(rangesOf(sizeBytes, partSizeBytes), pace, options),
    { concurrency: workers, slots, signal },
    (range, either) => fetchRange(fetching, range, { ...own, signal: either }),
  );
};

interface Received {
  readonly key: string;
  readonly path: string;
  readonly sizeBytes: number;
  readonly expected: ObjectChecksum | undefined;
  readonly sums: RangeSums | undefined;
}

/** Throws unless the received content matches the checksum or the length of the object. Reads the file again if its ranges were not summed. */
const verify = async (
  { key, path, sizeBytes, expected, sums }: Received,
  file: FileHandle,
  signal: AbortSignal | undefined,
): Promise<DownloadedFile['verifiedBy']> => {
  const { sumFile } = await import('./checksums/index.js');
  const found = await withLocalErrors({ operation: 'downloadFile', verb: 'read', path }, async () => {
    if (!expected) return (await file.stat()).size;
    return sums?.digest() ?? sumFile(file, expected.algorithm, signal);
  });
  if (found === (expected?.value ?? sizeBytes)) return expected?.algorithm ?? 'length';
  const [name, value] = [expected?.algorithm ?? 'length', expected?.value ?? sizeBytes];
  throw new UnexpectedResponseError(
    `downloadFile: the received content of ${key} is damaged: its ${name} is ${found}, but S3 stores ${name} ${value}. No file was written. Call again.`,
    { operation: 'downloadFile', resource: 'object', id: key, retryable: true },
  );
};
