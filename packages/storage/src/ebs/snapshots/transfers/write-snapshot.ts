import { InvalidInputError } from '@arch/core';
import { checkAwsMembers, input, runUserFunction, takeBody, task, type WaitableOperation, z } from '@arch/core/builder';
import { snapshotId } from '@arch/services/ec2';
import { StartSnapshotCommand } from '@aws-sdk/client-ebs';

import { progressOf } from '../../../s3/transfer-progress.js';
import { deleteSnapshot, describeSnapshot, type Snapshot, waitForSnapshot } from '../index.js';
import { type BlockTransferSettings, blockTransferSettings, usualConcurrency } from './block-transfer-settings.js';
import { completeSnapshot, putSnapshotBlock, startSnapshot, type StartSnapshotInput } from '../blocks/index.js';
import type { BlockOfVolume } from './read-snapshot.js';
import { blockBytes, volumeBytes } from '../../block-bytes.js';
import { encryptionChecks, snapshotSettings, volumeSize } from '../../snapshot-settings.js';
import { writeBlocks, type WrittenSnapshot } from './write-blocks.js';

export interface WriteSnapshotInput extends StartSnapshotInput, BlockTransferSettings {
  /**
   * The blocks, in any order, each index once. Blocks that are omitted contain zeros, or the data of the parent snapshot. The data of a block
   * must not change until the call has ended.
   */
  readonly blocks: AsyncIterable<BlockOfVolume> | Iterable<BlockOfVolume>;
}

/**
 * Creates a snapshot from blocks without a volume: starts it, writes the blocks in parallel, each with a SHA-256 checksum that AWS verifies, and
 * completes it with the checksum of all blocks. With `wait: true` the call resolves when the snapshot can be used. After a failure or an abort,
 * the function deletes the incomplete snapshot and then rejects. The default deadline is 24 hours.
 *
 * @example
 * const blocks = readSnapshot('snap-0123456789abcdef0', { region: 'eu-west-1' });
 * const { snapshotId } = await writeSnapshot({ volumeSizeGiB: 8, blocks }, { region: 'eu-central-1', wait: true });
 * @throws {InvalidInputError} a block does not have 524,288 bytes, is outside the volume, or has the index of an earlier block.
 * @throws {QuotaExceededError} the account has reached its quota of snapshots, or of pending snapshots.
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/writesnapshots.html
 */
export const writeSnapshot: WaitableOperation<
  WriteSnapshotInput,
  WrittenSnapshot,
  Snapshot,
  { on: 'snapshotId'; with: 'tags' }
> = task(() => ({
  name: 'writeSnapshot',
  input: input<WriteSnapshotInput>({
    volumeSizeGiB: volumeSize(),
    parentSnapshotId: z.optional(snapshotId()),
    ...snapshotSettings(),
    ...blockTransferSettings(),
    blocks: z.custom<WriteSnapshotInput['blocks']>(isIterable, 'an iterable of blocks'),
  }).check(...encryptionChecks()),
  uses: [startSnapshot, putSnapshotBlock, completeSnapshot, deleteSnapshot, describeSnapshot],
  timeoutMs: 86_400_000,
  run: async ({ blocks, concurrency = usualConcurrency, onProgress, ...snapshot }, options, steps) => {
    checkAwsMembers('writeSnapshot', StartSnapshotCommand, snapshot.aws);
    const progress = progressOf({ onProgress }, undefined);
    const checked = checkBlocks(blocks, snapshot.volumeSizeGiB);
    return writeBlocks(checked, { snapshot, concurrency, progress, options, steps });
  },
  wait: ({ snapshotId }, options) => waitForSnapshot({ snapshotId, state: 'completed' }, options),
}));

const isIterable = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && (Symbol.asyncIterator in value || Symbol.iterator in value);

/** Reads the user's blocks and checks each of them. */
const checkBlocks = (
  blocks: WriteSnapshotInput['blocks'],
  volumeSizeGiB: number,
): AsyncGenerator<BlockOfVolume, void, undefined> => {
  takeBody(blocks, { operation: 'writeSnapshot', member: 'blocks' });
  const iterator = Symbol.asyncIterator in blocks ? blocks[Symbol.asyncIterator]() : blocks[Symbol.iterator]();
  return checked(iterator, volumeBytes(volumeSizeGiB) / blockBytes);
};

async function* checked(
  iterator: AsyncIterator<BlockOfVolume> | Iterator<BlockOfVolume>,
  blocksOfVolume: number,
): AsyncGenerator<BlockOfVolume, void, undefined> {
  const written = new Set<number>();
  let hasEnded = false;
  try {
    for (;;) {
      const next = await runUserFunction(() => iterator.next());
      hasEnded = next.done === true;
      if (next.done === true) return;
      const problem = problemOf(next.value, blocksOfVolume, written);
      if (problem !== undefined)
        throw new InvalidInputError(`writeSnapshot: ${problem}.`, { operation: 'writeSnapshot' });
      written.add(next.value.blockIndex);
      yield next.value;
    }
  } finally {
    // Not awaited, because the source of the blocks may hang.
    if (!hasEnded) void Promise.resolve(iterator.return?.()).catch(() => undefined);
  }
}

const problemOf = (block: unknown, blocksOfVolume: number, written: ReadonlySet<number>): string | undefined => {
  const { blockIndex, data } = (block ?? {}) as Partial<BlockOfVolume>;
  if (!Number.isInteger(blockIndex) || !(data instanceof Uint8Array)) return 'blocks must yield { blockIndex, data }';
  const index = Number(blockIndex);
  if (data.byteLength !== blockBytes)
    return `the data of block ${index} must have 524288 bytes (got ${data.byteLength})`;
  if (index < 0 || index >= blocksOfVolume)
    return `blockIndex must be 0–${blocksOfVolume - 1} in a volume of this volumeSizeGiB (got ${index})`;
  return written.has(index) ? `blocks contains block ${index} twice` : undefined;
};
