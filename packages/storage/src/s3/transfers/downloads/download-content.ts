import { type CallOptions, checkAwsMembers, type TaskSteps } from '@arch/core/builder';
import { HeadObjectCommand } from '@aws-sdk/client-s3';

import { checksumMode } from '../../checksum-mode.js';
import { inParallel } from '../../in-parallel.js';
import { headObject, type ObjectHead } from '../../objects/index.js';
import { rangesOf, type WholeRange } from '../../ranges.js';
import { progressOf } from '../../transfer-progress.js';
import { adaptiveSlots } from '../../adaptive-slots.js';
import { warnOfThrottling } from '../../warn-of-throttling.js';
import { readAttributes } from '../attributes/index.js';
import { type Bandwidth, paced } from '../bandwidths/index.js';
import type { RangeSums } from '../checksums/index.js';
import type { DownloadedFile, DownloadFileInput } from '../download-file-input.js';
import { type DownloadTarget, openTarget } from '../journals/index.js';
import { usualRangeBytes, workersFor } from '../part-sizes.js';
import { fetchRange } from './fetch-range.js';
import { fetchWhole } from './fetch-whole.js';
import { verifyContent } from './verify-content.js';
import { writingBack } from './writing-back.js';

/** The call of which a download is part. */
interface DownloadContext {
  /** Whether the object is small, as its listing says: it is downloaded with one request, without a HEAD request. */
  readonly isSmall?: boolean | undefined;
  readonly bandwidth: Bandwidth | undefined;
  readonly options: CallOptions;
  readonly steps: TaskSteps;
}

/** Downloads the object of an input, within a bandwidth that other objects may share. */
export const downloadContent = async (
  members: DownloadFileInput,
  { isSmall = false, bandwidth, options, steps }: DownloadContext,
): Promise<DownloadedFile> => {
  checkAwsMembers('downloadFile', HeadObjectCommand, members.aws);
  const target = await openTarget(members, steps);
  if (isSmall) return downloadWhole(members, target, options);
  const { bucket, key, versionId: wanted, ifMatch, aws } = members;
  const reference = { bucket, key, versionId: wanted, ifMatch };
  const head = await headObject({ ...reference, aws: { ...(await checksumMode(options)), ...aws } }, options);
  // The code for checksums is loaded with the first transfer.
  const { checksumOf, rangeSums } = await import('../checksums/index.js');
  const expected = checksumOf(head.aws);
  // The ranges of an earlier call do not arrive again.
  const sums = expected?.algorithm === 'CRC32' && !members.resume ? rangeSums() : undefined;
  await fetchRanges(members, head, { target, sums, bandwidth, options });
  const received = { ...members, sizeBytes: head.sizeBytes, expected, sums };
  const verifying = verifyContent(received, target, options.signal);
  const [verifiedBy] = await Promise.all([verifying, target.flush()]);
  await target.keep(readAttributes(head.metadata, members));
  const { sizeBytes, eTag, versionId } = head;
  return { path: members.path, sizeBytes, eTag, versionId, verifiedBy };
};

const downloadWhole = async (
  { path, onProgress, bucket, key, versionId: wanted, ifMatch, aws, preserve }: DownloadFileInput,
  target: DownloadTarget,
  options: CallOptions,
): Promise<DownloadedFile> => {
  const object = { bucket, key, versionId: wanted, ifMatch, aws };
  const received = await fetchWhole({ object, file: target.file, path }, options);
  const { checksumOf } = await import('../checksums/index.js');
  const { sizeBytes, eTag, versionId } = received;
  progressOf({ onProgress }, sizeBytes)(sizeBytes);
  await target.flush();
  await target.keep(readAttributes(received.metadata, { preserve }));
  return { path, sizeBytes, eTag, versionId, verifiedBy: checksumOf(received.aws)?.algorithm ?? 'length' };
};

interface Fetched extends Omit<DownloadContext, 'steps' | 'isSmall'> {
  readonly target: DownloadTarget;
  readonly sums: RangeSums | undefined;
}

const fetchRanges = async (
  { bucket, key, aws, path, partSizeBytes = usualRangeBytes, concurrency, onProgress }: DownloadFileInput,
  head: ObjectHead,
  { target, sums, bandwidth, options }: Fetched,
): Promise<void> => {
  const { sizeBytes, eTag: ifMatch, versionId } = head;
  const { count: progress, end } = writingBack(target, { path, counter: progressOf({ onProgress }, sizeBytes) });
  const { signal = new AbortController().signal } = options;
  const missing = await target.missing?.({ object: { bucket, key }, head, partSizeBytes, progress, signal });
  // All ranges are of the version that exists now, even if the object changes during the download.
  const object = { bucket, key, aws, versionId, ifMatch };
  const fetching = { object, file: target.file, path, progress, sums };
  const workers = workersFor(partSizeBytes, concurrency);
  const slots = adaptiveSlots(workers, warnOfThrottling('downloadFile', workers, options));
  const own = slots.observing(options);
  const pace = { bandwidth, bytesOf: ({ start, end }: WholeRange) => end + 1 - start };
  const ranges = paced(missing ?? rangesOf(sizeBytes, partSizeBytes), pace, options);
  await inParallel(ranges, { concurrency: workers, slots, signal }, async (range, either) => {
    await fetchRange(fetching, range, { ...own, signal: either });
    await target.record?.(range);
  });
  await end();
};
