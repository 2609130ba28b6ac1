import { type FilterInput, listOperation, type ListOperation, text, z } from '@arch/core/builder';
import { ec2List, volumeId } from '@arch/services/ec2';
import { DescribeSnapshotsCommand } from '@aws-sdk/client-ec2';

import { snapshot, type Snapshot } from './snapshot.js';

export interface ListSnapshotsInput extends FilterInput {
  /**
   * The owners of the snapshots: account IDs, `self` or `amazon`. Default: `['self']`. AWS's own default includes all public snapshots, tens
   * of thousands.
   */
  readonly owners?: readonly string[] | undefined;
  /** The ID of a volume. Default: snapshots of all volumes. */
  readonly volumeId?: string | undefined;
}

/**
 * Lists EBS snapshots, 1,000 per request, one page ahead of the consumer.
 *
 * @example
 * const mine = await listSnapshots({ tags: { keep: 'no' } }).toArray();
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSnapshots.html
 */
export const listSnapshots: ListOperation<ListSnapshotsInput, Snapshot> = listOperation(() =>
  ec2List({
    name: 'listSnapshots',
    command: DescribeSnapshotsCommand,
    input: { owners: z.optional(z.array(text(1, 64)).check(z.minLength(1))), volumeId: z.optional(volumeId()) },
    item: snapshot(),
    items: ({ Snapshots }) => Snapshots,
    filters: ({ volumeId }) => ({ 'volume-id': volumeId }),
    request: ({ owners = ['self'] }) => ({ OwnerIds: [...owners] }),
    pageSize: 1_000,
  }),
);
