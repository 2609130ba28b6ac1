import { type AwsInput, input, operation, type Operation } from '@arch/core/builder';
import { ec2, snapshotId } from '@arch/services/ec2';
import { DescribeLockedSnapshotsCommand } from '@aws-sdk/client-ec2';

import { snapshotLock, type SnapshotLock } from './snapshot-lock.js';

export interface DescribeLockedSnapshotInput extends AwsInput {
  /** The ID of the snapshot, e.g. `snap-0123456789abcdef0`. */
  readonly snapshotId: string;
}

/**
 * Describes the lock of a snapshot. Concurrent calls are joined into one request for up to 100 snapshots.
 *
 * @example
 * const { lockState, lockExpiresOn } = await describeLockedSnapshot('snap-0123456789abcdef0');
 * @throws {NotFoundError} there is no such snapshot in this region, or it was never locked.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeLockedSnapshots.html
 */
export const describeLockedSnapshot: Operation<string | DescribeLockedSnapshotInput, SnapshotLock> = operation(() => ({
  name: 'describeLockedSnapshot',
  service: ec2,
  command: DescribeLockedSnapshotsCommand,
  permissions: ['ec2:DescribeLockedSnapshots'],
  key: 'snapshotId',
  input: input<DescribeLockedSnapshotInput>({ snapshotId: snapshotId() }),
  output: snapshotLock(),
  absent: 'not-found',
  batch: { limit: 100, ids: 'SnapshotIds', items: ({ Snapshots }) => Snapshots, id: 'SnapshotId' },
}));
