import { input, type Observation, waiter, type Waiter, z } from '@arch/core/builder';
import { dbSnapshotName } from '@arch/services/rds';

import type { DbSnapshot } from './db-snapshot.js';
import { describeDbSnapshot } from './describe-db-snapshot.js';

export interface WaitForDbSnapshotInput {
  /** The name of the snapshot, e.g. `before-upgrade`. */
  readonly dbSnapshotIdentifier: string;
  /** The goal of the wait. */
  readonly state: 'available';
}

/**
 * Waits until a DB snapshot can be restored. `onProgress` receives the percentage. The first snapshot of a large DB instance can take hours:
 * pass a larger `timeoutMs`.
 *
 * @example
 * await waitForDbSnapshot({ dbSnapshotIdentifier: 'before-upgrade', state: 'available' }, { timeoutMs: 3 * 3_600_000 });
 * @throws {WaitError} the snapshot has failed, or is being deleted.
 * @throws {DeadlineError} the snapshot was not available within an hour, or `timeoutMs`.
 * @throws {NotFoundError} there is no such snapshot in this region.
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_CreateSnapshot.html
 */
export const waitForDbSnapshot: Waiter<WaitForDbSnapshotInput, DbSnapshot, { on: 'dbSnapshotIdentifier' }> = waiter(
  () => ({
    name: 'waitForDbSnapshot',
    key: 'dbSnapshotIdentifier',
    input: input<WaitForDbSnapshotInput>({ dbSnapshotIdentifier: dbSnapshotName(), state: z.literal('available') }),
    uses: [describeDbSnapshot],
    timeoutMs: 3_600_000,
    pollMs: 10_000,
    look: async ({ dbSnapshotIdentifier }, options): Promise<Observation<DbSnapshot>> => {
      const value = await describeDbSnapshot(dbSnapshotIdentifier, options);
      const { status, percentProgress } = value;
      if (status === 'available') return { verdict: 'reached', state: status, value };
      if (status === 'failed' || status.startsWith('delet')) return { verdict: 'failed', state: status, value };
      const progress = percentProgress === undefined ? '' : `, ${percentProgress}%`;
      return { verdict: 'pending', state: `${status}${progress}`, value };
    },
  }),
);
