import {
  type AwsResource,
  optionalString,
  from,
  list,
  type Open,
  openEnum,
  resource,
  type Schema,
  tags,
  type Tags,
  z,
} from '@arch/core/builder';
import { Volume$, VolumeAttachment$ } from '@aws-sdk/client-ec2';

/** States of a volume. */
export const volumeStates = ['creating', 'available', 'in-use', 'deleting', 'deleted', 'error'] as const;
export type VolumeState = Open<(typeof volumeStates)[number]>;

/**
 * Volume types: General Purpose SSD (`gp3`, `gp2`), Provisioned IOPS SSD (`io2`, `io1`), Throughput Optimized HDD (`st1`), Cold HDD (`sc1`),
 * Magnetic (`standard`).
 */
export const volumeTypes = ['gp3', 'gp2', 'io2', 'io1', 'st1', 'sc1', 'standard'] as const;
export type VolumeType = Open<(typeof volumeTypes)[number]>;

/** An attachment of a volume to an instance. */
export interface VolumeAttachment {
  /** The ID of the instance. Absent if the volume is attached to a resource that AWS manages. */
  readonly instanceId?: string | undefined;
  /** The device name, e.g. `/dev/sdf`. Absent if the volume is attached to a resource that AWS manages. */
  readonly device?: string | undefined;
  /** The state of the attachment: `attaching`, `attached`, `detaching`, `detached` or `busy`. */
  readonly state?: string | undefined;
  /** The time at which the attachment started, in UTC. */
  readonly attachTime?: Date | undefined;
  /** Whether AWS deletes the volume when the instance is terminated. */
  readonly deleteOnTermination?: boolean | undefined;
}

/** An EBS volume. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Volume.html */
export interface Volume extends AwsResource {
  /** The ID of the volume, e.g. `vol-0123456789abcdef0`. */
  readonly volumeId: string;
  /** The state of the volume. */
  readonly state: VolumeState;
  /** The size in GiB. */
  readonly sizeGiB: number;
  /** The volume type. */
  readonly volumeType: VolumeType;
  /** The Availability Zone, e.g. `eu-west-1a`. */
  readonly availabilityZone?: string | undefined;
  /** The time at which the creation started, in UTC. */
  readonly createTime: Date;
  /** Whether the volume is encrypted. Absent if AWS does not report it. */
  readonly encrypted?: boolean | undefined;
  /** The ARN of the KMS key with which the volume is encrypted. */
  readonly kmsKeyId?: string | undefined;
  /** The ID of the snapshot from which the volume was created. */
  readonly snapshotId?: string | undefined;
  /** I/O operations per second: provisioned for `gp3`, `io1` and `io2`, the baseline for `gp2`. */
  readonly iops?: number | undefined;
  /** Throughput in MiB per second. Only for `gp3`. */
  readonly throughputMiBps?: number | undefined;
  /** Whether the volume can be attached to several instances at the same time. */
  readonly multiAttachEnabled?: boolean | undefined;
  /** The attachments to instances. */
  readonly attachments: readonly VolumeAttachment[];
  /** The tags, by key. */
  readonly tags: Tags;
}

/** Parses one EC2 `Volume` structure. */
export const volume = (): Schema<Volume> =>
  resource<Volume>(Volume$, {
    volumeId: z.string(),
    state: openEnum(volumeStates),
    sizeGiB: from('Size', z.number()),
    volumeType: openEnum(volumeTypes),
    availabilityZone: optionalString(),
    createTime: z.date(),
    encrypted: z.optional(z.boolean()),
    kmsKeyId: optionalString(),
    snapshotId: optionalString(),
    iops: z.optional(z.number()),
    throughputMiBps: from('Throughput', z.optional(z.number())),
    multiAttachEnabled: z.optional(z.boolean()),
    attachments: list(volumeAttachment()),
    tags: tags(),
  });

/** Parses one EC2 `VolumeAttachment` structure. */
export const volumeAttachment = (): Schema<VolumeAttachment> =>
  resource<VolumeAttachment>(VolumeAttachment$, {
    instanceId: optionalString(),
    device: optionalString(),
    state: optionalString(),
    attachTime: z.optional(z.date()),
    deleteOnTermination: z.optional(z.boolean()),
  });
