import { type AwsInput, input, listOperation, type ListOperation, z } from '@arch/core/builder';
import { ebs } from '@arch/services/ebs';
import { snapshotId } from '@arch/services/ec2';
import { ListSnapshotBlocksCommand } from '@aws-sdk/client-ebs';

import { blockIndex, snapshotBlock, type SnapshotBlock } from './snapshot-block.js';

export interface ListSnapshotBlocksInput extends AwsInput {
  /** The ID of the snapshot, e.g. `snap-0123456789abcdef0`. */
  readonly snapshotId: string;
  /** The index of the first block to list. Default: 0. */
  readonly startingBlockIndex?: number | undefined;
}

/**
 * Lists the blocks of a snapshot that contain data, in the order of their indexes, up to 10,000 per request, one page ahead of the consumer.
 * Blocks that were never written are not listed. The snapshot must be `completed` and not archived.
 *
 * @example
 * for await (const { blockIndex, blockToken } of listSnapshotBlocks({ snapshotId })) console.log(blockIndex, blockToken);
 * @throws {NotFoundError} there is no such snapshot in this region.
 * @see https://docs.aws.amazon.com/ebs/latest/APIReference/API_ListSnapshotBlocks.html
 */
export const listSnapshotBlocks: ListOperation<ListSnapshotBlocksInput, SnapshotBlock, { on: 'snapshotId' }> =
  listOperation(() => ({
    name: 'listSnapshotBlocks',
    service: ebs,
    command: ListSnapshotBlocksCommand,
    permissions: [{ action: 'ebs:ListSnapshotBlocks', resources: ['snapshot'] }],
    input: input<ListSnapshotBlocksInput>({ snapshotId: snapshotId(), startingBlockIndex: z.optional(blockIndex()) }),
    item: snapshotBlock(),
    items: ({ Blocks }) => Blocks,
    pages: { token: 'NextToken', size: { member: 'MaxResults', least: 100, most: 10_000 } },
  }));
