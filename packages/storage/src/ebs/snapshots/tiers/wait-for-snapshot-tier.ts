import { input, type Observation, waiter, type Waiter, z } from '@arch/core/builder';
import { snapshotId } from '@arch/services/ec2';

import { isBefore } from '../../is-before.js';
import { describeSnapshotTierStatus } from './describe-snapshot-tier-status.js';
import type { SnapshotTierStatus } from './snapshot-tier-status.js';

/** The goals of a wait. */
export const snapshotTierGoals = [
  'archival-completed',
  'temporary-restore-completed',
  'permanent-restore-completed',
] as const;
export type SnapshotTierGoal = (typeof snapshotTierGoals)[number];

export interface WaitForSnapshotTierInput {
  /** The ID of the snapshot, e.g. `snap-0123456789abcdef0`. */
  readonly snapshotId: string;
  /** The goal of the wait: the end of the archiving or of the restore. */
  readonly state: SnapshotTierGoal;
  /**
   * The time at which the archiving or the restore started, as `modifySnapshotTier` or `restoreSnapshotTier` returned it: AWS may report an
   * earlier one for some seconds. Default: the one that AWS reports.
   */
  readonly startTime?: Date | undefined;
}

/**
 * Waits until a snapshot is archived or restored. `onProgress` receives the percentage.
 *
 * @example
 * await waitForSnapshotTier({ snapshotId, state: 'temporary-restore-completed' });
 * @throws {WaitError} the archiving or the restore has failed, with AWS's reason.
 * @throws {DeadlineError} the archiving or the restore was not complete within 72 hours, or `timeoutMs`.
 * @throws {NotFoundError} there is no such snapshot in this region.
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-archive.html
 */
export const waitForSnapshotTier: Waiter<WaitForSnapshotTierInput, SnapshotTierStatus> = waiter(() => ({
  name: 'waitForSnapshotTier',
  key: 'snapshotId',
  input: input<WaitForSnapshotTierInput>({
    snapshotId: snapshotId(),
    state: z.enum(snapshotTierGoals),
    startTime: z.optional(z.date()),
  }),
  uses: [describeSnapshotTierStatus],
  timeoutMs: 72 * 3_600_000,
  pollMs: 60_000,
  look: async ({ snapshotId, state: goal, startTime }, options): Promise<Observation<SnapshotTierStatus>> => {
    const value = await describeSnapshotTierStatus(snapshotId, options);
    const { lastTieringOperationStatus: status = 'none', lastTieringProgress, lastTieringStartTime } = value;
    if (isBefore(lastTieringStartTime, startTime)) return { verdict: 'pending', state: 'not yet visible', value };
    if (status === goal) return { verdict: 'reached', state: status, value };
    const hasFailed = status === goal.replace(/completed$/, 'failed');
    const state = lastTieringProgress === undefined || hasFailed ? status : `${status}, ${lastTieringProgress}%`;
    const reason = value.lastTieringOperationStatusDetail;
    return { verdict: hasFailed ? 'failed' : 'pending', state, reason, value };
  },
}));
