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
  /** e.g. `snap-0123456789abcdef0`. */
  readonly snapshotId: string;
  /** The volume that it was taken of. */
  readonly volumeId?: string | undefined;
  readonly state: SnapshotState;
  /** AWS's reason for `error`. */
  readonly stateMessage?: string | undefined;
  /** How much of it is done, e.g. `80%`. */
  readonly progress?: string | undefined;
  readonly startTime: Date;
  readonly completionTime?: Date | undefined;
  /** Of the volume; the snapshot holds only what has changed. */
  readonly volumeSizeGiB: number;
  /** Absent where AWS does not say. */
  readonly encrypted?: boolean | undefined;
  readonly kmsKeyId?: string | undefined;
  readonly ownerId?: string | undefined;
  readonly description?: string | undefined;
  /** `standard` or `archive`. */
  readonly storageTier?: string | undefined;
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
