import { type AwsInput, input, listOperation, type ListOperation, z } from '@arch/core/builder';
import { ebs } from '@arch/services/ebs';
import { snapshotId } from '@arch/services/ec2';
import { ListChangedBlocksCommand } from '@aws-sdk/client-ebs';

import { blockIndex, changedBlock, type ChangedBlock } from './snapshot-block.js';

export interface ListChangedBlocksInput extends AwsInput {
  /** The ID of the earlier snapshot, e.g. `snap-0123456789abcdef0`. */
  readonly firstSnapshotId: string;
  /** The ID of the later snapshot of the same volume. */
  readonly secondSnapshotId: string;
  /** The index of the first block to compare. Default: 0. */
  readonly startingBlockIndex?: number | undefined;
}

/**
 * Lists the blocks in which two snapshots of one volume differ, in the order of their indexes, up to 10,000 per request, one page ahead of the
 * consumer.
 *
 * @example
 * const changes = await listChangedBlocks({ firstSnapshotId: 'snap-0123456789abcdef0', secondSnapshotId: 'snap-0fedcba9876543210' }).count();
 * @throws {NotFoundError} there is no such snapshot in this region.
 * @see https://docs.aws.amazon.com/ebs/latest/APIReference/API_ListChangedBlocks.html
 */
export const listChangedBlocks: ListOperation<ListChangedBlocksInput, ChangedBlock, { on: 'snapshotId' }> =
  listOperation(() => ({
    name: 'listChangedBlocks',
    service: ebs,
    command: ListChangedBlocksCommand,
    permissions: [{ action: 'ebs:ListChangedBlocks', resources: ['snapshot'] }],
    input: input<ListChangedBlocksInput>({
      firstSnapshotId: snapshotId(),
      secondSnapshotId: snapshotId(),
      startingBlockIndex: z.optional(blockIndex()),
    }),
    item: changedBlock(),
    items: ({ ChangedBlocks }) => ChangedBlocks,
    pages: { token: 'NextToken', size: { member: 'MaxResults', least: 100, most: 10_000 } },
  }));
