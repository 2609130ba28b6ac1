import {
  type AwsResource,
  ec2Id,
  optionalString,
  from,
  list,
  maybe,
  type Open,
  openEnum,
  resource,
  type Schema,
  tags,
  type Tags,
  z,
} from '@arch/core/builder';
import { BlockDeviceMapping$, Image$ } from '@aws-sdk/client-ec2';

/** The states of an image. */
export const imageStates = [
  'pending',
  'available',
  'invalid',
  'deregistered',
  'transient',
  'failed',
  'error',
  'disabled',
] as const;
/** The state of an image. */
export type ImageState = Open<(typeof imageStates)[number]>;

/** A block device that an instance gets from its image. */
export interface ImageBlockDevice {
  /** The device name, e.g. `/dev/xvda`. */
  readonly deviceName: string;
  /** The ID of the snapshot from which the volume is created, e.g. `snap-0123456789abcdef0`. Absent for an instance store volume. */
  readonly snapshotId?: string | undefined;
  /** The size of the volume in GiB. Absent for an instance store volume. */
  readonly sizeGiB?: number | undefined;
  /** The volume type, e.g. `gp3`. Absent for an instance store volume. */
  readonly volumeType?: string | undefined;
  /** Whether the volume is encrypted. Absent for an instance store volume. */
  readonly encrypted?: boolean | undefined;
  /** Whether AWS deletes the volume when the instance is terminated. */
  readonly deleteOnTermination?: boolean | undefined;
}

/** An Amazon Machine Image (AMI). https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Image.html */
export interface Image extends AwsResource {
  /** The ID of the image, e.g. `ami-0123456789abcdef0`. A copy in another region has another ID. */
  readonly imageId: string;
  /** The name that was set when the image was created. Absent for some images that are not available yet. */
  readonly name?: string | undefined;
  /** The description that was set when the image was created. */
  readonly description?: string | undefined;
  /** The state of the image. Only an `available` image can be launched. */
  readonly state: ImageState;
  /** The reason for the state, if AWS states one. */
  readonly stateReason?: string | undefined;
  /** The processor architecture: `x86_64`, `arm64`, `i386`, `x86_64_mac` or `arm64_mac`. */
  readonly architecture?: string | undefined;
  /** The time at which the image was created, in UTC. */
  readonly creationDate?: Date | undefined;
  /** The time from which AWS hides the image from accounts that do not own it, in UTC. */
  readonly deprecationTime?: Date | undefined;
  /** The ID of the account that owns the image. */
  readonly ownerId?: string | undefined;
  /** The alias of the owner, if it has one: `amazon` or `aws-marketplace`. */
  readonly imageOwnerAlias?: string | undefined;
  /** Whether all accounts are allowed to launch the image. */
  readonly public?: boolean | undefined;
  /** `windows` for Windows; absent for other operating systems. */
  readonly platform?: string | undefined;
  /** The platform for billing, e.g. `Linux/UNIX`. */
  readonly platformDetails?: string | undefined;
  /** The device name of the root volume, e.g. `/dev/xvda`. */
  readonly rootDeviceName?: string | undefined;
  /** The type of the root volume: `ebs` or `instance-store`. */
  readonly rootDeviceType?: string | undefined;
  /** The virtualization type: `hvm` or `paravirtual`. */
  readonly virtualizationType?: string | undefined;
  /** Whether enhanced networking with the Elastic Network Adapter (ENA) is enabled. */
  readonly enaSupport?: boolean | undefined;
  /** The boot mode: `legacy-bios`, `uefi` or `uefi-preferred`. */
  readonly bootMode?: string | undefined;
  /** `v2.0` if instances of the image require IMDSv2 by default. */
  readonly imdsSupport?: string | undefined;
  /** The block devices of instances that are launched from the image. */
  readonly blockDeviceMappings: readonly ImageBlockDevice[];
  /** The tags, by key. */
  readonly tags: Tags;
}

/** Parses one EC2 `Image` structure. */
export const image = (): Schema<Image> =>
  resource<Image>(Image$, {
    imageId: z.string(),
    name: optionalString(),
    description: optionalString(),
    state: openEnum(imageStates),
    stateReason: from('StateReason.Message', optionalString()),
    architecture: optionalString(),
    creationDate: maybe(timeText()),
    deprecationTime: maybe(timeText()),
    ownerId: optionalString(),
    imageOwnerAlias: optionalString(),
    public: z.optional(z.boolean()),
    platform: optionalString(),
    platformDetails: optionalString(),
    rootDeviceName: optionalString(),
    rootDeviceType: optionalString(),
    virtualizationType: optionalString(),
    enaSupport: z.optional(z.boolean()),
    bootMode: optionalString(),
    imdsSupport: optionalString(),
    blockDeviceMappings: list(imageBlockDevice()),
    tags: tags(),
  });

/** EC2 returns the times of an image as strings. */
const timeText = (): { type: z.ZodMiniType<Date>; read: (value: unknown) => unknown } => ({
  type: z.date(),
  read: (value) => (typeof value === 'string' && value !== '' ? new Date(value) : undefined),
});

const imageBlockDevice = (): Schema<ImageBlockDevice> =>
  resource<ImageBlockDevice>(BlockDeviceMapping$, {
    deviceName: z.string(),
    snapshotId: from('Ebs.SnapshotId', optionalString()),
    sizeGiB: from('Ebs.VolumeSize', z.optional(z.number())),
    volumeType: from('Ebs.VolumeType', optionalString()),
    encrypted: from('Ebs.Encrypted', z.optional(z.boolean())),
    deleteOnTermination: from('Ebs.DeleteOnTermination', z.optional(z.boolean())),
  });

/** Checks the ID of an image, e.g. `ami-0123456789abcdef0`. */
export const imageId = (): z.ZodMiniType<string> => ec2Id('ami');
