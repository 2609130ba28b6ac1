import {
  type AwsInput,
  type CallOptions,
  checkAwsMembers,
  input,
  stream,
  type StreamOperation,
  z,
} from '@arch/core/builder';
import { snapshotId } from '@arch/services/ec2';
import { ListChangedBlocksCommand, ListSnapshotBlocksCommand } from '@aws-sdk/client-ebs';

import { fetchBlock } from './fetch-block.js';
import { getSnapshotBlock, listChangedBlocks, listSnapshotBlocks } from '../blocks/index.js';
import { blockBytes } from '../../block-bytes.js';

export interface ReadSnapshotInput extends AwsInput {
  /** The ID of the snapshot, e.g. `snap-0123456789abcdef0`. */
  readonly snapshotId: string;
  /** The ID of an earlier snapshot of the same volume: reads only the blocks that differ. Default: reads all blocks that contain data. */
  readonly firstSnapshotId?: string | undefined;
  /** The maximum number of blocks in memory or in progress at the same time, 1–64. Default: 16. */
  readonly concurrency?: number | undefined;
}

/** A block of a volume with its data. */
export interface BlockOfVolume {
  /** The index of the block: its position in the volume in units of 512 KiB. */
  readonly blockIndex: number;
  /** The data, 524,288 bytes. */
  readonly data: Uint8Array;
}

/**
 * Reads the data of a snapshot as a stream of blocks in the order of their indexes. Each block is verified with AWS's SHA-256 checksum, and
 * requested again if it arrives damaged. Blocks that were never written are omitted; they contain zeros. With `firstSnapshotId`, a block that
 * contains no data any more is a block of zeros.
 *
 * @example
 * for await (const { blockIndex, data } of readSnapshot('snap-0123456789abcdef0')) console.log(blockIndex, data.byteLength);
 * @throws {NotFoundError} there is no such snapshot in this region.
 * @throws {UnexpectedResponseError} a block arrived damaged three times.
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/readsnapshots.html
 */
export const readSnapshot: StreamOperation<string | ReadSnapshotInput, BlockOfVolume, { on: 'snapshotId' }> = stream(
  () => ({
    name: 'readSnapshot',
    key: 'snapshotId',
    input: input<ReadSnapshotInput>({
      snapshotId: snapshotId(),
      firstSnapshotId: z.optional(snapshotId()),
      concurrency: z.optional(z.int().check(z.gte(1), z.lte(64))),
    }),
    uses: [listSnapshotBlocks, listChangedBlocks, getSnapshotBlock],
    async *items({ concurrency = 16, ...members }, options) {
      const inProgress: Promise<BlockOfVolume>[] = [];
      for await (const place of placesOf(members, options)) {
        const block = readBlock(members.snapshotId, place, options);
        // An error is thrown when the consumer reaches the block. Until then it must not count as unhandled.
        block.catch(() => undefined);
        inProgress.push(block);
        if (inProgress.length >= concurrency) yield await inProgress.shift()!;
      }
      while (inProgress.length > 0) yield await inProgress.shift()!;
    },
  }),
);

interface Place {
  readonly blockIndex: number;
  /** Absent for a block without data. */
  readonly blockToken?: string | undefined;
}

/** The blocks to read: all blocks with data, or those in which the snapshot differs from an earlier one. */
async function* placesOf(
  { snapshotId, firstSnapshotId, aws }: ReadSnapshotInput,
  options: CallOptions,
): AsyncGenerator<Place, void, undefined> {
  const command = firstSnapshotId === undefined ? ListSnapshotBlocksCommand : ListChangedBlocksCommand;
  checkAwsMembers('readSnapshot', command, aws);
  if (firstSnapshotId === undefined) return yield* listSnapshotBlocks({ snapshotId, aws }, options);
  const changed = listChangedBlocks({ firstSnapshotId, secondSnapshotId: snapshotId, aws }, options);
  for await (const { blockIndex, secondBlockToken: blockToken } of changed) yield { blockIndex, blockToken };
}

const readBlock = async (
  snapshotId: string,
  { blockIndex, blockToken }: Place,
  options: CallOptions,
): Promise<BlockOfVolume> => {
  if (blockToken === undefined) return { blockIndex, data: new Uint8Array(blockBytes) };
  return { blockIndex, data: await fetchBlock({ snapshotId, blockIndex, blockToken }, options) };
};
