import {
  type CallOptions,
  checkAwsMembers,
  input,
  type Operation,
  task,
  text,
  withLocalErrors,
  z,
} from '@arch/core/builder';
import { GetJobOutputCommand } from '@aws-sdk/client-glacier';

import { inParallel } from '../../s3/in-parallel.js';
import { rangesOf } from '../../s3/ranges.js';
import { progressOf, type TransferProgress } from '../../s3/transfer-progress.js';
import { openTemporaryFile, type TemporaryFile } from '../../s3/transfers/temporary-files/index.js';
import { describeVaultJob, getVaultJobOutput } from '../jobs/index.js';
import { combinePieces, pieceBytes, piecesOf } from '../tree-hash.js';
import { type VaultJobReference, vaultJobReference } from '../vault-job-reference.js';
import { checkTreeHash } from './check-tree-hash.js';
import { fetchPart } from './fetch-part.js';
import {
  type ArchivePartSettings,
  archivePartSettings,
  describeRetrieved,
  usualConcurrency,
  usualPartBytes,
} from './retrieved-archive.js';

export interface DownloadVaultArchiveInput extends VaultJobReference, ArchivePartSettings {
  /** The path of the file, in an existing folder. An existing file is replaced only after the download is complete and verified. */
  readonly path: string;
  /** A function that receives the progress during the download. */
  readonly onProgress?: ((progress: TransferProgress) => void) | undefined;
}

/** An archive in a local file. */
export interface DownloadedVaultArchive {
  /** The path of the file. */
  readonly path: string;
  /** The ID of the archive. */
  readonly archiveId: string;
  /** The size in bytes. */
  readonly sizeBytes: number;
  /** The method of verification: the tree hash that Glacier stores, or `length` for a range of an archive that no tree hash covers. */
  readonly verifiedBy: 'tree-hash' | 'length';
}

/**
 * Downloads an archive that `requestVaultArchive` has prepared to a file. It requests several parts in parallel and verifies each with the
 * SHA-256 tree hash that Glacier sends, then the whole archive. A part that arrives damaged or incomplete is requested again. The content is
 * first written to a temporary file (`.part`) in the same folder. After a failure or an abort, the function removes the temporary file and then
 * rejects. The default deadline is 24 hours. The older Glacier service with its vaults is closed to new customers since December 2025.
 *
 * @example
 * const { sizeBytes } = await downloadVaultArchive({ vaultName: 'photos', jobId, path: 'photos.tar' });
 * @throws {LocalError} the file cannot be written, e.g. because the folder does not exist (`ENOENT`) or the disk is full (`ENOSPC`).
 * @throws {NotFoundError} there is no such vault in this region, or no such job; AWS forgets a job at the earliest 24 hours after its end.
 * @throws {ConflictError} the job is still in progress, or has failed.
 * @throws {UnexpectedResponseError} a part arrived damaged three times, or the archive does not have its tree hash.
 * @see https://docs.aws.amazon.com/amazonglacier/latest/dev/downloading-an-archive-two-steps.html
 */
export const downloadVaultArchive: Operation<DownloadVaultArchiveInput, DownloadedVaultArchive, { on: 'vaultName' }> =
  task(() => ({
    name: 'downloadVaultArchive',
    input: input<DownloadVaultArchiveInput>({
      ...vaultJobReference(),
      path: text(1, 4_096),
      ...archivePartSettings(),
      onProgress: z.optional(
        z.custom<(progress: TransferProgress) => void>((value) => typeof value === 'function', 'a function'),
      ),
    }),
    uses: [describeVaultJob, getVaultJobOutput],
    timeoutMs: 86_400_000,
    run: async (members, options, { undo }) => {
      checkAwsMembers('downloadVaultArchive', GetJobOutputCommand, members.aws);
      const retrieved = await describeRetrieved('downloadVaultArchive', members, options);
      const target = await openTemporaryFile(members.path, 'downloadVaultArchive');
      undo(`the file ${target.path} is left: delete it`, target.discard);
      const found = combinePieces(await fetchParts(members, { target, sizeBytes: retrieved.sizeBytes }, options));
      const verifiedBy = checkTreeHash('downloadVaultArchive', retrieved, found);
      await target.flush();
      await target.keep();
      const { archiveId, sizeBytes } = retrieved;
      return { path: members.path, archiveId, sizeBytes, verifiedBy };
    },
  }));

/** Writes all parts to the file, and returns the hashes of the pieces in their order. */
const fetchParts = async (
  {
    path,
    partSizeBytes = usualPartBytes,
    concurrency = usualConcurrency,
    onProgress,
    ...job
  }: DownloadVaultArchiveInput,
  { target: { file }, sizeBytes }: { readonly target: TemporaryFile; readonly sizeBytes: number },
  options: CallOptions,
): Promise<readonly Buffer[]> => {
  const pieces: Buffer[] = [];
  const progress = progressOf({ onProgress }, sizeBytes);
  const { signal = new AbortController().signal } = options;
  await inParallel(rangesOf(sizeBytes, partSizeBytes), { concurrency, signal }, async (range, either) => {
    const part = await fetchPart({ ...job, range }, { ...options, signal: either });
    for (const [at, hash] of piecesOf(part).entries()) pieces[range.start / pieceBytes + at] = hash;
    await withLocalErrors({ operation: 'downloadVaultArchive', verb: 'write', path }, () =>
      writeAll(file, part, range.start),
    );
    progress(part.byteLength);
  });
  return pieces;
};

const writeAll = async (file: TemporaryFile['file'], data: Uint8Array, position: number): Promise<void> => {
  // `write` may write only a part.
  for (let done = 0; done < data.byteLength;)
    done += (await file.write(data, done, data.byteLength - done, position + done)).bytesWritten;
};
