import { type AwsInput, input, listOperation, type ListOperation, z } from '@arch/core/builder';
import { ec2, snapshotId } from '@arch/services/ec2';
import { ListSnapshotsInRecycleBinCommand } from '@aws-sdk/client-ec2';

import { recycledSnapshot, type RecycledSnapshot } from './recycled-snapshot.js';

export interface ListSnapshotsInRecycleBinInput extends AwsInput {
  /** The IDs of snapshots, 1–200. Default: all snapshots in the recycle bin. */
  readonly snapshotIds?: readonly string[] | undefined;
}

/**
 * Lists deleted snapshots that can be restored, one page ahead of the consumer. A deleted snapshot is in the recycle bin only
 * if a retention rule applied to it.
 *
 * @example
 * for await (const { snapshotId, recycleBinExitTime } of listSnapshotsInRecycleBin()) console.log(snapshotId, recycleBinExitTime);
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ListSnapshotsInRecycleBin.html
 */
export const listSnapshotsInRecycleBin: ListOperation<ListSnapshotsInRecycleBinInput, RecycledSnapshot> = listOperation(
  () => ({
    name: 'listSnapshotsInRecycleBin',
    service: ec2,
    command: ListSnapshotsInRecycleBinCommand,
    permissions: ['ec2:ListSnapshotsInRecycleBin'],
    input: input<ListSnapshotsInRecycleBinInput>({
      snapshotIds: z.optional(z.array(snapshotId()).check(z.minLength(1), z.maxLength(200))),
    }),
    item: recycledSnapshot(),
    items: ({ Snapshots }) => Snapshots,
    pages: { token: 'NextToken' },
  }),
);
