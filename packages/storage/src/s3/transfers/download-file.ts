import { UnexpectedResponseError } from '@arch/core';
import {
  type AwsInput,
  type CallOptions,
  checkAwsMembers,
  input,
  type Operation,
  task,
  text,
  withLocalErrors,
  z,
} from '@arch/core/builder';
import { bucketName, objectKey } from '@arch/services/s3';
import { HeadObjectCommand } from '@aws-sdk/client-s3';

import { checksumMode } from '../checksum-mode.js';
import { rangesOf } from '../ranges.js';
import { getObjectStream, headObject, type ObjectHead } from '../objects/index.js';
import { fetchRange } from './fetch-range.js';
import { inParallel } from '../in-parallel.js';
import type { ChecksumAlgorithm } from '../checksum-algorithm.js';
import { usualPartBytes, workersFor } from './part-sizes.js';
import { openTemporaryFile, type TemporaryFile } from './temporary-files/index.js';
import { progressOf, type TransferSettings, transferSettings } from '../transfer-progress.js';

export interface DownloadFileInput extends AwsInput, TransferSettings {
  readonly bucket: string;
  /** At most 1,024 bytes in UTF-8. */
  readonly key: string;
  /** In a bucket with versions. Default: the newest. */
  readonly versionId?: string | undefined;
  /** Only if it is still this one, by its `eTag`; otherwise a `ConflictError`. */
  readonly ifMatch?: string | undefined;
  /** Where it goes; the folder has to be there. A file of that name is replaced when all is there, and not before. */
  readonly path: string;
}

/** A file that was downloaded. */
export interface DownloadedFile {
  readonly path: string;
  readonly sizeBytes: number;
  readonly eTag?: string | undefined;
  /** In a bucket with versions. */
  readonly versionId?: string | undefined;
  /**
   * How the file was verified: by the checksum that S3 stores of the whole object; by its length if S3 has none, or if AWS's setting
   * `response_checksum_validation` is `when_required`.
   */
  readonly verifiedBy: ChecksumAlgorithm | 'length';
}

/**
 * Downloads an object of any size into a file, in ranges side by side, all of the same version. The file has its name only when all of it is
 * on the disk and verified; until then it is a `.part` beside it, which is removed on any failure and on an abort of `signal`, before the
 * call ends. A connection that breaks goes on where it broke. Takes 24 hours at most unless `timeoutMs` says otherwise.
 *
 * @example
 * const { sizeBytes, verifiedBy } = await downloadFile({ bucket: 'videos', key: 'film.mp4', path: 'film.mp4' });
 * @throws {LocalError} the file cannot be written: before anything is sent, or because the disk is full.
 * @throws {NotFoundError} there is no such object, version or bucket.
 * @throws {ConflictError} it is archived and not restored, changed while it was downloaded, or is not what `ifMatch` says.
 * @throws {UnexpectedResponseError} what came is not what S3 keeps.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 */
export const downloadFile: Operation<DownloadFileInput, DownloadedFile> = task(() => ({
  name: 'downloadFile',
  input: input<DownloadFileInput>({
    bucket: bucketName(),
    key: objectKey(),
    versionId: z.optional(text(1, 1_024)),
    ifMatch: z.optional(text(1, 1_024)),
    path: text(1, 4_096),
    ...transferSettings(1_048_576),
  }),
  uses: [headObject, getObjectStream],
  timeoutMs: 86_400_000,
  run: async (members, options, { undo }) => {
    checkAwsMembers('downloadFile', HeadObjectCommand, members.aws);
    const target = await openTemporaryFile(members.path);
    undo(`the file ${target.path} is left: delete it`, target.discard);
    const head = await fetchObject(members, target, options);
    const verifying = verify(head, target, { ...members, signal: options.signal });
    const [verifiedBy] = await Promise.all([verifying, target.flush()]);
    await target.keep();
    const { sizeBytes, eTag, versionId } = head;
    return { path: members.path, sizeBytes, eTag, versionId, verifiedBy };
  },
}));

const fetchObject = async (
  { path, partSizeBytes = usualPartBytes, concurrency, onProgress, ...object }: DownloadFileInput,
  { file }: TemporaryFile,
  options: CallOptions,
): Promise<ObjectHead> => {
  const head = await headObject({ ...object, aws: { ...(await checksumMode(options)), ...object.aws } }, options);
  const { sizeBytes, eTag: ifMatch, versionId } = head;
  const progress = progressOf({ onProgress }, sizeBytes);
  // Every range is of what was found now, whatever is written meanwhile.
  const fetching = { object: { ...object, versionId, ifMatch }, file, path, progress };
  const { signal = new AbortController().signal } = options;
  const parallel = { concurrency: workersFor(partSizeBytes, concurrency), signal };
  await inParallel(rangesOf(sizeBytes, partSizeBytes), parallel, (range, either) =>
    fetchRange(fetching, range, { ...options, signal: either }),
  );
  return head;
};

/** What is on the disk is what S3 keeps, or it is no file of ours. */
const verify = async (
  { sizeBytes, aws }: ObjectHead,
  { file }: TemporaryFile,
  { key, path, signal }: { readonly key: string; readonly path: string; readonly signal: AbortSignal | undefined },
): Promise<DownloadedFile['verifiedBy']> => {
  // What computes checksums is loaded with the first transfer.
  const { checksumOf, sumFile } = await import('./object-checksum.js');
  const expected = checksumOf(aws);
  const found = await withLocalErrors({ operation: 'downloadFile', verb: 'read', path }, async () =>
    expected ? sumFile(file, expected.algorithm, signal) : (await file.stat()).size,
  );
  if (found === (expected?.value ?? sizeBytes)) return expected?.algorithm ?? 'length';
  const [is, was] = [expected?.algorithm ?? 'length', expected?.value ?? sizeBytes];
  throw new UnexpectedResponseError(
    `downloadFile: what came is not what S3 keeps of ${key}: its ${is} is ${found}, and has to be ${was}. Nothing was kept: try again.`,
    { operation: 'downloadFile', resource: 'object', id: key, retryable: true },
  );
};
