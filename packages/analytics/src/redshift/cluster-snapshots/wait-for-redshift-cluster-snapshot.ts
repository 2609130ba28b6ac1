import { input, type Observation, waiter, type Waiter, z } from '@arch/core/builder';
import { snapshotName } from '@arch/services/redshift';

import { describeRedshiftClusterSnapshot } from './describe-redshift-cluster-snapshot.js';
import type { RedshiftClusterSnapshot } from './redshift-cluster-snapshot.js';

export interface WaitForRedshiftClusterSnapshotInput {
  /** Identifier of the snapshot, e.g. `before-upgrade`. */
  readonly snapshotIdentifier: string;
  /** Goal of the wait. */
  readonly state: 'available';
}

/**
 * Waits until a snapshot can be restored. `onProgress` reports the percentage, and the remaining seconds if AWS knows them. The first
 * snapshot of a large cluster takes hours; set `timeoutMs`.
 *
 * @example
 * await waitForRedshiftClusterSnapshot({ snapshotIdentifier: 'before-upgrade', state: 'available' }, { timeoutMs: 3 * 3_600_000 });
 * @throws {WaitError} the snapshot failed, was cancelled, or is deleted.
 * @throws {DeadlineError} the snapshot was not available within an hour, or within `timeoutMs`.
 * @throws {NotFoundError} there is no such snapshot in this region.
 * @see https://docs.aws.amazon.com/redshift/latest/APIReference/API_DescribeClusterSnapshots.html
 */
export const waitForRedshiftClusterSnapshot: Waiter<
  WaitForRedshiftClusterSnapshotInput,
  RedshiftClusterSnapshot,
  { on: 'clusterIdentifier' }
> = waiter(() => ({
  name: 'waitForRedshiftClusterSnapshot',
  key: 'snapshotIdentifier',
  input: input<WaitForRedshiftClusterSnapshotInput>({
    snapshotIdentifier: snapshotName(),
    state: z.literal('available'),
  }),
  uses: [describeRedshiftClusterSnapshot],
  timeoutMs: 3_600_000,
  pollMs: 5_000,
  look: async ({ snapshotIdentifier }, options): Promise<Observation<RedshiftClusterSnapshot>> => {
    const value = await describeRedshiftClusterSnapshot(snapshotIdentifier, options);
    const { status } = value;
    if (status === 'available') return { verdict: 'reached', state: status, value };
    if (['failed', 'cancelled', 'deleted'].includes(status)) return { verdict: 'failed', state: status, value };
    return { verdict: 'pending', state: `${status}${progressOf(value)}`, value };
  },
}));

/** Returns the progress as text. AWS returns -1 for a number that it does not know yet. */
const progressOf = ({
  backupProgressInMegaBytes: done = 0,
  actualIncrementalBackupSizeInMegaBytes: all = 0,
  estimatedSecondsToCompletion: left = 0,
}: RedshiftClusterSnapshot): string => {
  const percent = all > 0 ? `, ${Math.floor((100 * Math.max(0, done)) / all)}%` : '';
  return left > 0 ? `${percent}, ${left} s left` : percent;
};
