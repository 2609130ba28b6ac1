import {
  type AwsResource,
  from,
  openEnum,
  optionalString,
  resource,
  type Schema,
  tags,
  type Tags,
  z,
} from '@arch/core/builder';
import { SnapshotInfo$ } from '@aws-sdk/client-ec2';

import { type SnapshotState, snapshotStates } from './snapshot.js';

/** A snapshot of one volume of an instance that AWS is creating. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SnapshotInfo.html */
export interface NewSnapshot extends AwsResource {
  /** The ID of the snapshot, e.g. `snap-0123456789abcdef0`. */
  readonly snapshotId: string;
  /** The ID of the volume. */
  readonly volumeId: string;
  /** The state of the snapshot. */
  readonly state: SnapshotState;
  /** The time at which the creation started, in UTC. It is the same for all snapshots of the request. */
  readonly startTime: Date;
  /** The size of the volume in GiB. */
  readonly volumeSizeGiB: number;
  /** Whether the snapshot is encrypted. Absent if AWS does not report it. */
  readonly encrypted?: boolean | undefined;
  /** The ID of the account that owns the snapshot. */
  readonly ownerId?: string | undefined;
  /** The description of the snapshot. */
  readonly description?: string | undefined;
  /** The tags, by key. */
  readonly tags: Tags;
}

/** Parses one EC2 `SnapshotInfo` structure. */
export const newSnapshot = (): Schema<NewSnapshot> =>
  resource<NewSnapshot>(SnapshotInfo$, {
    snapshotId: z.string(),
    volumeId: z.string(),
    state: openEnum(snapshotStates),
    startTime: z.date(),
    volumeSizeGiB: from('VolumeSize', z.number()),
    encrypted: z.optional(z.boolean()),
    ownerId: optionalString(),
    description: optionalString(),
    tags: tags(),
  });
