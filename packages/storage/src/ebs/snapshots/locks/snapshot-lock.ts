import { type AwsResource, from, type Open, openEnum, resource, type Schema, z } from '@arch/core/builder';
import { LockedSnapshotsInfo$ } from '@aws-sdk/client-ec2';

/** Modes of a lock: `governance`, users with permission can unlock the snapshot; `compliance`, nobody can. */
export const lockModes = ['governance', 'compliance'] as const;
export type LockMode = (typeof lockModes)[number];

/**
 * States of a lock: `compliance-cooloff`, locked in compliance mode, but it can still be unlocked; `expired`, the snapshot can be deleted.
 */
export const lockStates = ['governance', 'compliance-cooloff', 'compliance', 'expired'] as const;
export type LockState = Open<(typeof lockStates)[number]>;

/** The lock of a snapshot. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LockedSnapshotsInfo.html */
export interface SnapshotLock extends AwsResource {
  /** The ID of the snapshot, e.g. `snap-0123456789abcdef0`. */
  readonly snapshotId: string;
  /** The state of the lock. */
  readonly lockState: LockState;
  /** The duration of the lock in days. */
  readonly lockDurationDays?: number | undefined;
  /** The time at which the lock expires, in UTC. */
  readonly lockExpiresOn?: Date | undefined;
  /** The time at which the snapshot was locked, in UTC. */
  readonly lockCreatedOn?: Date | undefined;
  /** The time at which the duration started, in UTC: for a snapshot that was locked before it was complete, the completion. */
  readonly lockDurationStartTime?: Date | undefined;
  /** The cooling-off period in hours. Only in compliance mode. */
  readonly coolOffPeriodHours?: number | undefined;
  /** The time at which the cooling-off period ends, in UTC. Afterwards nobody can unlock the snapshot. Only in compliance mode. */
  readonly coolOffPeriodExpiresOn?: Date | undefined;
}

/** Parses one EC2 `LockedSnapshotsInfo` structure, or the response to `LockSnapshot`, which has the same members. */
export const snapshotLock = (structure: typeof LockedSnapshotsInfo$ = LockedSnapshotsInfo$): Schema<SnapshotLock> =>
  resource<SnapshotLock>(structure, {
    snapshotId: z.string(),
    lockState: openEnum(lockStates),
    lockDurationDays: from('LockDuration', z.optional(z.number())),
    lockExpiresOn: z.optional(z.date()),
    lockCreatedOn: z.optional(z.date()),
    lockDurationStartTime: z.optional(z.date()),
    coolOffPeriodHours: from('CoolOffPeriod', z.optional(z.number())),
    coolOffPeriodExpiresOn: z.optional(z.date()),
  });
