import { type AwsInput, conflict, input, operation, type Operation, z } from '@arch/core/builder';
import { ec2, snapshotId } from '@arch/services/ec2';
import { LockSnapshotCommand, LockSnapshotResult$ } from '@aws-sdk/client-ec2';

import { type LockMode, lockModes, snapshotLock, type SnapshotLock } from './snapshot-lock.js';

/** How long a lock lasts. */
export type LockDuration =
  | {
      /** The number of days, 1–36,500, from now or from the completion of the snapshot. */
      readonly days: number;
    }
  | {
      /** The time at which the lock expires; must be in the future. */
      readonly until: Date;
    };

export interface LockSnapshotInput extends AwsInput {
  /** The ID of the snapshot, e.g. `snap-0123456789abcdef0`. */
  readonly snapshotId: string;
  /** `governance`: users with `ec2:UnlockSnapshot` can unlock the snapshot. `compliance`: nobody can, not even AWS or the root user. */
  readonly lockMode: LockMode;
  /** How long nobody can delete the snapshot, e.g. `{ days: 365 }`. */
  readonly lockDuration: LockDuration;
  /**
   * The time in which a lock in compliance mode can still be removed or changed: `{ hours: 1–72 }`, or `none` for a lock that is final at once.
   * Use `none` also to extend a lock after that time. Required in compliance mode, and only accepted there.
   */
  readonly coolOffPeriod?: { readonly hours: number } | 'none' | undefined;
}

/**
 * Locks a snapshot: until the lock expires, the snapshot cannot be deleted. A call for a locked snapshot changes its lock: in governance mode in
 * any way, in compliance mode after the cooling-off period only to a later expiry. Neither AWS nor the root user can end a lock in compliance
 * mode, and AWS bills the snapshot until the lock has expired.
 *
 * @example
 * const lockDuration = { days: 7 * 365 };
 * await lockSnapshot({ snapshotId, lockMode: 'compliance', lockDuration, coolOffPeriod: { hours: 24 } });
 * @throws {NotFoundError} there is no such snapshot in this region.
 * @throws {ConflictError} the lock cannot be changed in this way, or the snapshot cannot be locked, e.g. because it is in the recycle bin.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LockSnapshot.html
 */
export const lockSnapshot: Operation<LockSnapshotInput, SnapshotLock, { on: 'snapshotId' }> = operation(() => ({
  name: 'lockSnapshot',
  service: ec2,
  command: LockSnapshotCommand,
  permissions: [{ action: 'ec2:LockSnapshot', resources: ['snapshot'] }],
  input: input<LockSnapshotInput>({
    snapshotId: snapshotId(),
    lockMode: z.enum(lockModes),
    lockDuration: z.union([
      z.strictObject({ days: z.int().check(z.gte(1), z.lte(36_500)) }),
      z.strictObject({ until: z.date() }),
    ]),
    coolOffPeriod: z.optional(
      z.union([z.strictObject({ hours: z.int().check(z.gte(1), z.lte(72)) }), z.literal('none')]),
    ),
  }).check(
    z.refine(({ lockMode, coolOffPeriod }) => lockMode !== 'compliance' || coolOffPeriod !== undefined, {
      path: ['lockMode'],
      error: "requires coolOffPeriod, e.g. { hours: 24 }, or 'none' for a lock that nobody can ever remove",
    }),
    z.refine(({ lockMode, coolOffPeriod }) => lockMode !== 'governance' || coolOffPeriod === undefined, {
      error: 'coolOffPeriod only with lockMode compliance',
    }),
  ),
  output: snapshotLock(LockSnapshotResult$),
  request: ({ snapshotId, lockMode, lockDuration, coolOffPeriod }) => ({
    SnapshotId: snapshotId,
    LockMode: lockMode,
    LockDuration: 'days' in lockDuration ? lockDuration.days : undefined,
    ExpirationDate: 'until' in lockDuration ? lockDuration.until : undefined,
    CoolOffPeriod: typeof coolOffPeriod === 'object' ? coolOffPeriod.hours : undefined,
  }),
  errors: {
    OperationNotPermitted: conflict({
      resource: 'snapshot',
      member: 'snapshotId',
      remedy: 'Check the state of the lock with describeLockedSnapshot.',
    }),
  },
}));
