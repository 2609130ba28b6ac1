import {
  type AwsResource,
  optionalString,
  from,
  type Open,
  openEnum,
  resource,
  type Schema,
  tags,
  type Tags,
  z,
} from '@arch/core/builder';
import { Snapshot$ } from '@aws-sdk/client-ec2';

/** States of a snapshot. */
export const snapshotStates = ['pending', 'completed', 'error', 'recoverable', 'recovering'] as const;
export type SnapshotState = Open<(typeof snapshotStates)[number]>;

/** An EBS snapshot. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Snapshot.html */
export interface Snapshot extends AwsResource {
  /** The ID of the snapshot, e.g. `snap-0123456789abcdef0`. */
  readonly snapshotId: string;
  /** The ID of the volume from which the snapshot was created. An arbitrary ID if the snapshot is a copy. */
  readonly volumeId?: string | undefined;
  /** The state of the snapshot. */
  readonly state: SnapshotState;
  /** AWS's reason for the state `error`. */
  readonly stateMessage?: string | undefined;
  /** The progress of the snapshot in percent, e.g. `80%`. */
  readonly progress?: string | undefined;
  /** The time at which the creation started, in UTC. */
  readonly startTime: Date;
  /** The time at which the snapshot was complete, in UTC. Absent before. */
  readonly completionTime?: Date | undefined;
  /** The size of the volume in GiB. AWS stores and bills only the blocks that have changed since the previous snapshot. */
  readonly volumeSizeGiB: number;
  /** Whether the snapshot is encrypted. Absent if AWS does not report it. */
  readonly encrypted?: boolean | undefined;
  /** The ARN of the KMS key with which the snapshot is encrypted. */
  readonly kmsKeyId?: string | undefined;
  /** The ID of the account that owns the snapshot. */
  readonly ownerId?: string | undefined;
  /** The description of the snapshot. */
  readonly description?: string | undefined;
  /** The storage tier: `standard`, or `archive` for a snapshot that must be restored before it can be used. */
  readonly storageTier?: string | undefined;
  /** The tags, by key. */
  readonly tags: Tags;
}

/** Parses one EC2 `Snapshot` structure. */
export const snapshot = (): Schema<Snapshot> =>
  resource<Snapshot>(Snapshot$, {
    snapshotId: z.string(),
    volumeId: optionalString(),
    state: openEnum(snapshotStates),
    stateMessage: optionalString(),
    progress: optionalString(),
    startTime: z.date(),
    completionTime: z.optional(z.date()),
    volumeSizeGiB: from('VolumeSize', z.number()),
    encrypted: z.optional(z.boolean()),
    kmsKeyId: optionalString(),
    ownerId: optionalString(),
    description: optionalString(),
    storageTier: optionalString(),
    tags: tags(),
  });
