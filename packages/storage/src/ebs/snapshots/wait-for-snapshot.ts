import { input, type Observation, waiter, type Waiter, z } from '@arch/core/builder';
import { snapshotId } from '@arch/services/ec2';

import { describeSnapshot } from './describe-snapshot.js';
import type { Snapshot } from './snapshot.js';

export interface WaitForSnapshotInput {
  /** The ID of the snapshot, e.g. `snap-0123456789abcdef0`. */
  readonly snapshotId: string;
  /** The goal of the wait. */
  readonly state: 'completed';
}

/**
 * Waits until a snapshot is complete. `onProgress` receives the percentage. The first snapshot of a large volume can take hours: pass a
 * larger `timeoutMs`.
 *
 * @example
 * await waitForSnapshot({ snapshotId, state: 'completed' }, { timeoutMs: 3 * 3_600_000 });
 * @throws {WaitError} the snapshot has failed, with AWS's reason.
 * @throws {DeadlineError} the snapshot was not complete within an hour, or `timeoutMs`.
 * @throws {NotFoundError} there is no such snapshot in this region.
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/ebs-snapshots.html
 */
export const waitForSnapshot: Waiter<WaitForSnapshotInput, Snapshot> = waiter(() => ({
  name: 'waitForSnapshot',
  key: 'snapshotId',
  input: input<WaitForSnapshotInput>({ snapshotId: snapshotId(), state: z.literal('completed') }),
  uses: [describeSnapshot],
  timeoutMs: 3_600_000,
  pollMs: 5_000,
  look: async ({ snapshotId }, options): Promise<Observation<Snapshot>> => {
    const value = await describeSnapshot(snapshotId, options);
    const { progress, stateMessage: reason } = value;
    const state = progress && value.state === 'pending' ? `pending, ${progress}` : value.state;
    if (value.state === 'error') return { verdict: 'failed', state, reason, value };
    return { verdict: value.state === 'completed' ? 'reached' : 'pending', state, reason, value };
  },
}));
