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
export type ImageState = Open<(typeof imageStates)[number]>;

/** A volume that an instance gets from its image. */
export interface ImageBlockDevice {
  /** e.g. `/dev/xvda`. */
  readonly deviceName: string;
  /** Absent for an instance store volume. */
  readonly snapshotId?: string | undefined;
  /** Absent for an instance store volume. */
  readonly sizeGiB?: number | undefined;
  /** e.g. `gp3`. */
  readonly volumeType?: string | undefined;
  readonly encrypted?: boolean | undefined;
  readonly deleteOnTermination?: boolean | undefined;
}

/** An Amazon Machine Image (AMI). https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Image.html */
export interface Image extends AwsResource {
  /** e.g. `ami-0123456789abcdef0`; another one in each region. */
  readonly imageId: string;
  /** Absent for an image that is not available yet. */
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly state: ImageState;
  /** Why the image is in its state, where AWS says it. */
  readonly stateReason?: string | undefined;
  /** `x86_64`, `arm64`, `i386`, `x86_64_mac` or `arm64_mac`. */
  readonly architecture?: string | undefined;
  /** In UTC. */
  readonly creationDate?: Date | undefined;
  /** When AWS hides the image from those who do not own it, in UTC. */
  readonly deprecationTime?: Date | undefined;
  /** The owner's account. */
  readonly ownerId?: string | undefined;
  /** `amazon` or `aws-marketplace`, where the owner has a name. */
  readonly imageOwnerAlias?: string | undefined;
  /** Whether everyone may launch it. */
  readonly public?: boolean | undefined;
  /** `windows` for Windows; absent for everything else. */
  readonly platform?: string | undefined;
  /** What is billed, e.g. `Linux/UNIX`. */
  readonly platformDetails?: string | undefined;
  /** e.g. `/dev/xvda`. */
  readonly rootDeviceName?: string | undefined;
  /** `ebs` or `instance-store`. */
  readonly rootDeviceType?: string | undefined;
  /** `hvm` or `paravirtual`. */
  readonly virtualizationType?: string | undefined;
  readonly enaSupport?: boolean | undefined;
  /** `legacy-bios`, `uefi` or `uefi-preferred`. */
  readonly bootMode?: string | undefined;
  /** `v2.0` where instances of it require IMDSv2. */
  readonly imdsSupport?: string | undefined;
  readonly blockDeviceMappings: readonly ImageBlockDevice[];
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

/** EC2 writes an image's times as texts. */
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

/** An image's ID, checked. */
export const imageId = (): z.ZodMiniType<string> => ec2Id('ami');
