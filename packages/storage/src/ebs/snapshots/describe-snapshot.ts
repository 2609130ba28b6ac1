import { type AwsInput, input, operation, type Operation } from '@arch/core/builder';
import { ec2, snapshotId } from '@arch/services/ec2';
import { DescribeSnapshotsCommand } from '@aws-sdk/client-ec2';

import { snapshot, type Snapshot } from './snapshot.js';

export interface DescribeSnapshotInput extends AwsInput {
  /** The ID of the snapshot, e.g. `snap-0123456789abcdef0`. */
  readonly snapshotId: string;
}

/**
 * Describes one EBS snapshot of this account, or one that another account shares. Concurrent calls are joined into one request for up to 500
 * snapshots.
 *
 * @example
 * const { state, progress } = await describeSnapshot('snap-0123456789abcdef0');
 * @throws {NotFoundError} there is no such snapshot in this region.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSnapshots.html
 */
export const describeSnapshot: Operation<string | DescribeSnapshotInput, Snapshot> = operation(() => ({
  name: 'describeSnapshot',
  service: ec2,
  command: DescribeSnapshotsCommand,
  permissions: ['ec2:DescribeSnapshots'],
  key: 'snapshotId',
  input: input<DescribeSnapshotInput>({ snapshotId: snapshotId() }),
  output: snapshot(),
  absent: 'not-found',
  batch: { limit: 500, ids: 'SnapshotIds', items: ({ Snapshots }) => Snapshots, id: 'SnapshotId' },
}));
