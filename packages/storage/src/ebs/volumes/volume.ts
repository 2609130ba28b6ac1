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

/** Kinds of volumes: general purpose (`gp3`, `gp2`), provisioned IOPS (`io2`, `io1`), throughput (`st1`), cold (`sc1`), magnetic (`standard`). */
export const volumeTypes = ['gp3', 'gp2', 'io2', 'io1', 'st1', 'sc1', 'standard'] as const;
export type VolumeType = Open<(typeof volumeTypes)[number]>;

/** How a volume hangs on an instance. */
export interface VolumeAttachment {
  readonly instanceId?: string | undefined;
  /** e.g. `/dev/sdf`. */
  readonly device?: string | undefined;
  /** `attaching`, `attached`, `detaching`, `detached` or `busy`. */
  readonly state?: string | undefined;
  readonly attachTime?: Date | undefined;
  /** Whether the volume goes when the instance is terminated. */
  readonly deleteOnTermination?: boolean | undefined;
}

/** An EBS volume. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Volume.html */
export interface Volume extends AwsResource {
  /** e.g. `vol-0123456789abcdef0`. */
  readonly volumeId: string;
  readonly state: VolumeState;
  readonly sizeGiB: number;
  readonly volumeType: VolumeType;
  readonly availabilityZone?: string | undefined;
  readonly createTime: Date;
  /** Absent where AWS does not say. */
  readonly encrypted?: boolean | undefined;
  /** ARN of the key that it is encrypted with. */
  readonly kmsKeyId?: string | undefined;
  /** The snapshot that it was made from. */
  readonly snapshotId?: string | undefined;
  readonly iops?: number | undefined;
  /** In MiB a second; of `gp3` only. */
  readonly throughputMiBps?: number | undefined;
  readonly multiAttachEnabled?: boolean | undefined;
  readonly attachments: readonly VolumeAttachment[];
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
