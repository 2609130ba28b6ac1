import { InvalidInputError } from '@arch/core';
import { checkAwsMembers, input, task, text, type WaitableOperation, z } from '@arch/core/builder';
import { StartSnapshotCommand } from '@aws-sdk/client-ebs';

import { progressOf } from '../../../s3/transfer-progress.js';
import { deleteSnapshot, describeSnapshot, type Snapshot, waitForSnapshot } from '../index.js';
import { type BlockTransferSettings, blockTransferSettings, usualConcurrency } from './block-transfer-settings.js';
import { openBlockFile } from './block-file.js';
import { completeSnapshot, putSnapshotBlock, startSnapshot, type StartSnapshotInput } from '../blocks/index.js';
import { volumeBytes } from '../../block-bytes.js';
import { encryptionChecks, snapshotSettings, volumeSize } from '../../snapshot-settings.js';
import { writeBlocks, type WrittenSnapshot } from './write-blocks.js';

export interface UploadSnapshotInput
  extends Omit<StartSnapshotInput, 'parentSnapshotId' | 'volumeSizeGiB'>, BlockTransferSettings {
  /** The path of a file with the content of the volume, e.g. a disk image in raw format. */
  readonly path: string;
  /** The size of the volume in GiB, 1–65,536, at least the size of the file. Default: the size of the file, rounded up. */
  readonly volumeSizeGiB?: number | undefined;
}

/**
 * Creates a snapshot from a local file without a volume, by default encrypted. It writes the blocks in parallel, each with a SHA-256 checksum
 * that AWS verifies, and omits blocks that only contain zeros. With `wait: true` the call resolves when the snapshot can be used. After a failure
 * or an abort, the function deletes the incomplete snapshot and then rejects. The default deadline is 24 hours.
 *
 * @example
 * const { snapshotId } = await uploadSnapshot({ path: 'disk.img', description: 'disk of the old server' }, { wait: true });
 * @throws {LocalError} the file cannot be read.
 * @throws {ConflictError} the file changed during the upload.
 * @throws {QuotaExceededError} the account has reached its quota of snapshots, or of pending snapshots.
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/writesnapshots.html
 */
export const uploadSnapshot: WaitableOperation<
  UploadSnapshotInput,
  WrittenSnapshot,
  Snapshot,
  { on: 'snapshotId'; with: 'tags' }
> = task(() => ({
  name: 'uploadSnapshot',
  input: input<UploadSnapshotInput>({
    path: text(1, 4_096),
    volumeSizeGiB: z.optional(volumeSize()),
    ...snapshotSettings(),
    ...blockTransferSettings(),
  }).check(...encryptionChecks()),
  uses: [startSnapshot, putSnapshotBlock, completeSnapshot, deleteSnapshot, describeSnapshot],
  timeoutMs: 86_400_000,
  run: async ({ path, concurrency = usualConcurrency, onProgress, ...members }, options, steps) => {
    checkAwsMembers('uploadSnapshot', StartSnapshotCommand, members.aws);
    const file = await openBlockFile(path);
    try {
      const snapshot = { ...members, volumeSizeGiB: sizeFor(file.sizeBytes, members.volumeSizeGiB) };
      const progress = progressOf({ onProgress }, undefined);
      return await writeBlocks(file.blocks(), { snapshot, concurrency, progress, options, steps });
    } finally {
      await file.close();
    }
  },
  wait: ({ snapshotId }, options) => waitForSnapshot({ snapshotId, state: 'completed' }, options),
}));

const sizeFor = (sizeBytes: number, given: number | undefined): number => {
  const needed = Math.ceil(sizeBytes / volumeBytes(1));
  if (given === undefined || given >= needed) return given ?? needed;
  throw new InvalidInputError(
    `uploadSnapshot: volumeSizeGiB must be at least ${needed} for a file of ${sizeBytes} bytes (got ${given}).`,
    { operation: 'uploadSnapshot' },
  );
};
