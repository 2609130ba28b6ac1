import { type AwsResource, from, openEnum, optionalString, resource, type Schema, z } from '@arch/core/builder';
import { RestoreSnapshotFromRecycleBinResult$ } from '@aws-sdk/client-ec2';

import { type SnapshotState, snapshotStates } from '../snapshot.js';

/** A snapshot that AWS is restoring from the recycle bin. */
export interface RestoredSnapshot extends AwsResource {
  /** The ID of the snapshot, e.g. `snap-0123456789abcdef0`. */
  readonly snapshotId: string;
  /** The state of the snapshot, e.g. `recovering`. */
  readonly state?: SnapshotState | undefined;
  /** The ID of the volume from which the snapshot was created. */
  readonly volumeId?: string | undefined;
  /** The size of the volume in GiB. */
  readonly volumeSizeGiB?: number | undefined;
  /** The time at which the creation of the snapshot started, in UTC. */
  readonly startTime?: Date | undefined;
  /** Whether the snapshot is encrypted. */
  readonly encrypted?: boolean | undefined;
  /** The ID of the account that owns the snapshot. */
  readonly ownerId?: string | undefined;
  /** The description of the snapshot. */
  readonly description?: string | undefined;
}

/** Parses one EC2 `RestoreSnapshotFromRecycleBinResult` structure. */
export const restoredSnapshot = (): Schema<RestoredSnapshot> =>
  resource<RestoredSnapshot>(RestoreSnapshotFromRecycleBinResult$, {
    snapshotId: z.string(),
    state: z.optional(openEnum(snapshotStates)),
    volumeId: optionalString(),
    volumeSizeGiB: from('VolumeSize', z.optional(z.number())),
    startTime: z.optional(z.date()),
    encrypted: z.optional(z.boolean()),
    ownerId: optionalString(),
    description: optionalString(),
  });
