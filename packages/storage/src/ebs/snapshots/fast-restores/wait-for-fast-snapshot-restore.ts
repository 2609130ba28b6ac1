import { input, type Observation, text, waiter, type Waiter, z } from '@arch/core/builder';
import { snapshotId } from '@arch/services/ec2';

import { describeFastSnapshotRestore } from './describe-fast-snapshot-restore.js';
import type { FastSnapshotRestore } from './fast-snapshot-restore.js';

/** The goals of a wait. */
export const fastSnapshotRestoreGoals = ['enabled', 'disabled'] as const;
export type FastSnapshotRestoreGoal = (typeof fastSnapshotRestoreGoals)[number];

export interface WaitForFastSnapshotRestoreInput {
  /** The ID of the snapshot, e.g. `snap-0123456789abcdef0`. */
  readonly snapshotId: string;
  /** The Availability Zone, e.g. `eu-west-1a`. */
  readonly availabilityZone: string;
  /** The goal of the wait. */
  readonly state: FastSnapshotRestoreGoal;
}

/**
 * Waits until fast snapshot restore of a snapshot is enabled or disabled in an Availability Zone.
 *
 * @example
 * await waitForFastSnapshotRestore({ snapshotId, availabilityZone: 'eu-west-1a', state: 'enabled' });
 * @throws {DeadlineError} the state was not reached within 24 hours, or `timeoutMs`.
 * @throws {NotFoundError} fast snapshot restore was never enabled for the snapshot in this Availability Zone.
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/ebs-fast-snapshot-restore.html
 */
export const waitForFastSnapshotRestore: Waiter<WaitForFastSnapshotRestoreInput, FastSnapshotRestore> = waiter(() => ({
  name: 'waitForFastSnapshotRestore',
  key: 'snapshotId',
  input: input<WaitForFastSnapshotRestoreInput>({
    snapshotId: snapshotId(),
    availabilityZone: text(1, 64),
    state: z.enum(fastSnapshotRestoreGoals),
  }),
  uses: [describeFastSnapshotRestore],
  timeoutMs: 24 * 3_600_000,
  pollMs: 15_000,
  look: async ({ state: goal, ...zone }, options): Promise<Observation<FastSnapshotRestore>> => {
    const value = await describeFastSnapshotRestore(zone, options);
    const { state, stateTransitionReason: reason } = value;
    return { verdict: state === goal ? 'reached' : 'pending', state, reason, value };
  },
}));
