import {
  type AwsInput,
  input,
  listOperation,
  type ListOperation,
  oneOrMore,
  toFilterList,
  z,
} from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { DescribeLockedSnapshotsCommand } from '@aws-sdk/client-ec2';

import { type LockState, lockStates, snapshotLock, type SnapshotLock } from './snapshot-lock.js';

export interface ListLockedSnapshotsInput extends AwsInput {
  /** One state of the lock, or several of which one must match. Default: all states. */
  readonly lockState?: LockState | readonly LockState[] | undefined;
}

/**
 * Lists the locks of snapshots, also expired ones, one page ahead of the consumer.
 *
 * @example
 * for await (const { snapshotId, lockExpiresOn } of listLockedSnapshots({ lockState: 'compliance' })) console.log(snapshotId, lockExpiresOn);
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeLockedSnapshots.html
 */
export const listLockedSnapshots: ListOperation<ListLockedSnapshotsInput, SnapshotLock> = listOperation(() => ({
  name: 'listLockedSnapshots',
  service: ec2,
  command: DescribeLockedSnapshotsCommand,
  permissions: ['ec2:DescribeLockedSnapshots'],
  input: input<ListLockedSnapshotsInput>({ lockState: z.optional(oneOrMore(z.enum(lockStates))) }),
  item: snapshotLock(),
  request: ({ lockState }) => ({ Filters: toFilterList({ 'lock-state': lockState }) }),
  items: ({ Snapshots }) => Snapshots,
  pages: { token: 'NextToken' },
}));
