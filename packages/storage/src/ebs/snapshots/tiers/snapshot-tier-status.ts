import {
  type AwsResource,
  type Open,
  openEnum,
  optionalString,
  resource,
  type Schema,
  tags,
  type Tags,
  z,
} from '@arch/core/builder';
import { SnapshotTierStatus$ } from '@aws-sdk/client-ec2';

import { type SnapshotState, snapshotStates } from '../snapshot.js';

/** States of the last archiving or restore of a snapshot. */
export const tieringOperationStatuses = [
  'archival-in-progress',
  'archival-completed',
  'archival-failed',
  'temporary-restore-in-progress',
  'temporary-restore-completed',
  'temporary-restore-failed',
  'permanent-restore-in-progress',
  'permanent-restore-completed',
  'permanent-restore-failed',
] as const;
export type TieringOperationStatus = Open<(typeof tieringOperationStatuses)[number]>;

/** The storage tier of a snapshot. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SnapshotTierStatus.html */
export interface SnapshotTierStatus extends AwsResource {
  /** The ID of the snapshot, e.g. `snap-0123456789abcdef0`. */
  readonly snapshotId: string;
  /** The storage tier: `standard`, or `archive` for a snapshot that must be restored before it can be used. */
  readonly storageTier?: string | undefined;
  /** The state of the snapshot. */
  readonly status?: SnapshotState | undefined;
  /** The state of the last archiving or restore. Absent if there was none. */
  readonly lastTieringOperationStatus?: TieringOperationStatus | undefined;
  /** AWS's details of the state, e.g. the reason of a failure. */
  readonly lastTieringOperationStatusDetail?: string | undefined;
  /** The progress of the last archiving or restore in percent, 0–100. */
  readonly lastTieringProgress?: number | undefined;
  /** The time at which the last archiving or restore started, in UTC. */
  readonly lastTieringStartTime?: Date | undefined;
  /** The time at which the last archiving completed, in UTC. */
  readonly archivalCompleteTime?: Date | undefined;
  /** The time at which AWS archives a temporarily restored snapshot again, in UTC. */
  readonly restoreExpiryTime?: Date | undefined;
  /** The ID of the volume from which the snapshot was created. */
  readonly volumeId?: string | undefined;
  /** The ID of the account that owns the snapshot. */
  readonly ownerId?: string | undefined;
  /** The tags, by key. */
  readonly tags: Tags;
}

/** Parses one EC2 `SnapshotTierStatus` structure. */
export const snapshotTierStatus = (): Schema<SnapshotTierStatus> =>
  resource<SnapshotTierStatus>(SnapshotTierStatus$, {
    snapshotId: z.string(),
    storageTier: optionalString(),
    status: z.optional(openEnum(snapshotStates)),
    lastTieringOperationStatus: z.optional(openEnum(tieringOperationStatuses)),
    lastTieringOperationStatusDetail: optionalString(),
    lastTieringProgress: z.optional(z.number()),
    lastTieringStartTime: z.optional(z.date()),
    archivalCompleteTime: z.optional(z.date()),
    restoreExpiryTime: z.optional(z.date()),
    volumeId: optionalString(),
    ownerId: optionalString(),
    tags: tags(),
  });
