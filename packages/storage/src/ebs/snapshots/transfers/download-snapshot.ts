import {
  type AwsInput,
  type CallOptions,
  checkAwsMembers,
  input,
  type Operation,
  task,
  text,
  withLocalErrors,
} from '@arch/core/builder';
import { snapshotId } from '@arch/services/ec2';
import { ListSnapshotBlocksCommand } from '@aws-sdk/client-ebs';

import { inParallel } from '../../../s3/in-parallel.js';
import { progressOf } from '../../../s3/transfer-progress.js';
import { openTemporaryFile, type TemporaryFile } from '../../../s3/transfers/temporary-files/index.js';
import { type BlockTransferSettings, blockTransferSettings, usualConcurrency } from './block-transfer-settings.js';
import { fetchBlock } from './fetch-block.js';
import { getSnapshotBlock, listSnapshotBlocks } from '../blocks/index.js';
import { requestVolumeSize } from './request-volume-size.js';
import { blockBytes, volumeBytes } from '../../block-bytes.js';

export interface DownloadSnapshotInput extends AwsInput, BlockTransferSettings {
  /** The ID of the snapshot, e.g. `snap-0123456789abcdef0`. */
  readonly snapshotId: string;
  /** The path of the file, in an existing folder. An existing file is replaced only after the download is complete. */
  readonly path: string;
}

/** A snapshot in a local file. */
export interface DownloadedSnapshot {
  /** The path of the file. */
  readonly path: string;
  /** The size of the file in bytes: the size of the volume. */
  readonly sizeBytes: number;
  /** The number of blocks that contain data. */
  readonly blocksCount: number;
}

/**
 * Downloads a snapshot to a file with the content of the volume, byte by byte. It requests several blocks in parallel, and verifies each with
 * AWS's SHA-256 checksum. The file is sparse where the file system supports it: blocks without data need no space. The content is first written
 * to a temporary file (`.part`) in the same folder. After a failure or an abort, the function removes the temporary file and then rejects. The
 * default deadline is 24 hours.
 *
 * @example
 * const { sizeBytes } = await downloadSnapshot({ snapshotId: 'snap-0123456789abcdef0', path: 'disk.img' });
 * @throws {LocalError} the file cannot be written, e.g. because the folder does not exist (`ENOENT`) or the disk is full (`ENOSPC`).
 * @throws {NotFoundError} there is no such snapshot in this region.
 * @throws {UnexpectedResponseError} a block arrived damaged three times.
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/readsnapshots.html
 */
export const downloadSnapshot: Operation<DownloadSnapshotInput, DownloadedSnapshot, { on: 'snapshotId' }> = task(
  () => ({
    name: 'downloadSnapshot',
    input: input<DownloadSnapshotInput>({
      snapshotId: snapshotId(),
      path: text(1, 4_096),
      ...blockTransferSettings(),
    }),
    uses: [requestVolumeSize, listSnapshotBlocks, getSnapshotBlock],
    timeoutMs: 86_400_000,
    run: async (members, options, { undo }) => {
      const { snapshotId, path, aws } = members;
      checkAwsMembers('downloadSnapshot', ListSnapshotBlocksCommand, aws);
      const { volumeSizeGiB } = await requestVolumeSize({ snapshotId, aws }, options);
      const sizeBytes = volumeBytes(volumeSizeGiB);
      const target = await openTemporaryFile(path, 'downloadSnapshot');
      undo(`the file ${target.path} is left: delete it`, target.discard);
      // The file gets its size before its content: what is not written needs no space.
      await writing(path, () => target.file.truncate(sizeBytes));
      const blocksCount = await fetchBlocks(members, target, options);
      await target.flush();
      await target.keep();
      return { path, sizeBytes, blocksCount };
    },
  }),
);

const writing = <Result>(path: string, run: () => Promise<Result>): Promise<Result> =>
  withLocalErrors({ operation: 'downloadSnapshot', verb: 'write', path }, run);

const fetchBlocks = async (
  { snapshotId, path, concurrency = usualConcurrency, onProgress, aws }: DownloadSnapshotInput,
  { file }: TemporaryFile,
  options: CallOptions,
): Promise<number> => {
  let blocksCount = 0;
  const progress = progressOf({ onProgress }, undefined);
  const { signal = new AbortController().signal } = options;
  const blocks = listSnapshotBlocks({ snapshotId, aws }, options);
  await inParallel(blocks, { concurrency, signal }, async ({ blockIndex, blockToken }, either) => {
    const data = await fetchBlock({ snapshotId, blockIndex, blockToken }, { ...options, signal: either });
    await writing(path, () => file.write(data, 0, data.byteLength, blockIndex * blockBytes));
    blocksCount++;
    progress(data.byteLength);
  });
  return blocksCount;
};
