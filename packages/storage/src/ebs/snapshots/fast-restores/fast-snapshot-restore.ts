import { type AwsResource, type Open, openEnum, optionalString, resource, type Schema, z } from '@arch/core/builder';
import { DescribeFastSnapshotRestoreSuccessItem$ } from '@aws-sdk/client-ec2';

/**
 * States of fast snapshot restore: `enabled`, new volumes have their full performance at once; `optimizing`, AWS is preparing it, 60 minutes per
 * TiB.
 */
export const fastSnapshotRestoreStates = ['enabling', 'optimizing', 'enabled', 'disabling', 'disabled'] as const;
export type FastSnapshotRestoreState = Open<(typeof fastSnapshotRestoreStates)[number]>;

/** Fast snapshot restore of one snapshot in one Availability Zone. */
export interface FastSnapshotRestore extends AwsResource {
  /** The ID of the snapshot, e.g. `snap-0123456789abcdef0`. */
  readonly snapshotId: string;
  /** The Availability Zone, e.g. `eu-west-1a`. */
  readonly availabilityZone: string;
  /** The state. */
  readonly state: FastSnapshotRestoreState;
  /** AWS's reason of the state. */
  readonly stateTransitionReason?: string | undefined;
  /** The ID of the account that enabled it. */
  readonly ownerId?: string | undefined;
  /** The time at which it was enabled, in UTC: AWS bills from then on. */
  readonly enablingTime?: Date | undefined;
  /** The time at which new volumes had their full performance, in UTC. */
  readonly enabledTime?: Date | undefined;
  /** The time at which it was disabled, in UTC. */
  readonly disabledTime?: Date | undefined;
}

type Structure = typeof DescribeFastSnapshotRestoreSuccessItem$;

/** Parses one EC2 `DescribeFastSnapshotRestoreSuccessItem` structure, or one of the other two with the same members. */
export const fastSnapshotRestore = (
  structure: Structure = DescribeFastSnapshotRestoreSuccessItem$,
): Schema<FastSnapshotRestore> =>
  resource<FastSnapshotRestore>(structure, {
    snapshotId: z.string(),
    availabilityZone: z.string(),
    state: openEnum(fastSnapshotRestoreStates),
    stateTransitionReason: optionalString(),
    ownerId: optionalString(),
    enablingTime: z.optional(z.date()),
    enabledTime: z.optional(z.date()),
    disabledTime: z.optional(z.date()),
  });
