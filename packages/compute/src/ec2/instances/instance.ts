import {
  type AwsResource,
  optionalString,
  from,
  list,
  maybe,
  openEnum,
  resource,
  type Schema,
  tags,
  type Tags,
  z,
} from '@arch/core/builder';
import { GroupIdentifier$, Instance$, InstanceBlockDeviceMapping$, StateReason$ } from '@aws-sdk/client-ec2';

import { type InstanceState, instanceStates } from '../instance-states.js';
import { instanceMetadataOptions, type InstanceMetadataOptions } from './instance-metadata-options.js';
import { instanceNetworkInterface, type InstanceNetworkInterface } from './instance-network-interface.js';

/** The reason for the state of an instance. */
export interface StateReason {
  /** AWS's code, e.g. `Server.InsufficientInstanceCapacity` or `Client.UserInitiatedShutdown`. */
  readonly code: string;
  /** AWS's message for the code. */
  readonly message: string;
}

/** A security group, as other resources refer to it. */
export interface GroupIdentifier {
  /** The ID of the security group, e.g. `sg-0123456789abcdef0`. */
  readonly groupId: string;
  /** The name of the security group. Absent outside its account and VPC. */
  readonly groupName?: string | undefined;
}

/** An EBS volume that an instance uses. */
export interface InstanceBlockDevice {
  /** The device name, e.g. `/dev/xvda`. */
  readonly deviceName: string;
  /** The ID of the volume, e.g. `vol-0123456789abcdef0`. Absent if the device is not an EBS volume. */
  readonly volumeId?: string | undefined;
  /** The status of the attachment: `attaching`, `attached`, `detaching` or `detached`. */
  readonly status?: string | undefined;
  /** The time at which the volume was attached, in UTC. */
  readonly attachTime?: Date | undefined;
  /** Whether AWS deletes the volume when the instance is terminated. */
  readonly deleteOnTermination?: boolean | undefined;
}

/** An EC2 instance. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Instance.html */
export interface Instance extends AwsResource {
  /** The ID of the instance, e.g. `i-0123456789abcdef0`. */
  readonly instanceId: string;
  /** The ID of the image from which the instance was launched, e.g. `ami-0123456789abcdef0`. */
  readonly imageId: string;
  /** The instance type, e.g. `t3.micro`. */
  readonly instanceType: string;
  /** The state of the instance. */
  readonly state: InstanceState;
  /** The reason for the state, if AWS states one: after a failed launch, a stop or a termination. */
  readonly stateReason?: StateReason | undefined;
  /** AWS's note on the last change of state, e.g. `User initiated (2026-11-23 10:00:00 GMT)`. */
  readonly stateTransitionReason?: string | undefined;
  /** The time of the last start, in UTC. */
  readonly launchTime: Date;
  /** The Availability Zone, e.g. `eu-west-1a`, or the Local Zone, Wavelength Zone or zone of the Outpost. */
  readonly availabilityZone: string;
  /** The tenancy: `default` (shared hardware), `dedicated` or `host`. */
  readonly tenancy?: string | undefined;
  /** The name of the placement group. */
  readonly groupName?: string | undefined;
  /** The ID of the VPC. Absent for EC2-Classic and after termination. */
  readonly vpcId?: string | undefined;
  /** The ID of the subnet. Absent after termination. */
  readonly subnetId?: string | undefined;
  /** The private IPv4 address. Absent until AWS assigns one, and after termination. */
  readonly privateIpAddress?: string | undefined;
  /**
   * The public IPv4 address, or the Elastic IP address. Absent if there is none. A public address changes when the instance is stopped and
   * started.
   */
  readonly publicIpAddress?: string | undefined;
  /** The IPv6 address. */
  readonly ipv6Address?: string | undefined;
  /** The private DNS name. Absent until the instance is running. */
  readonly privateDnsName?: string | undefined;
  /** The public DNS name. Absent without a public address, or if the VPC has DNS host names disabled. */
  readonly publicDnsName?: string | undefined;
  /** The name of the key pair for logging in to the instance. */
  readonly keyName?: string | undefined;
  /** `windows` for Windows; absent for other operating systems. */
  readonly platform?: string | undefined;
  /** The platform for billing, e.g. `Linux/UNIX` or `Windows with SQL Server Standard`. */
  readonly platformDetails?: string | undefined;
  /** The processor architecture: `x86_64`, `arm64`, `i386`, `x86_64_mac` or `arm64_mac`. */
  readonly architecture?: string | undefined;
  /** `spot`, `scheduled` or `capacity-block`; absent for an On-Demand Instance. */
  readonly instanceLifecycle?: string | undefined;
  /** The ID of the Spot Instance request, e.g. `sir-abcd1234`. */
  readonly spotInstanceRequestId?: string | undefined;
  /** The ARN of the instance profile that contains the instance's role. */
  readonly iamInstanceProfileArn?: string | undefined;
  /** The state of detailed monitoring: `disabled`, `disabling`, `enabled` or `pending`. */
  readonly monitoring?: string | undefined;
  /** Whether AWS drops traffic that is neither from nor to the instance; `false` for a NAT instance. */
  readonly sourceDestCheck?: boolean | undefined;
  /** Whether the instance has dedicated bandwidth for EBS. */
  readonly ebsOptimized?: boolean | undefined;
  /** Whether the instance was launched with hibernation enabled. */
  readonly hibernationConfigured?: boolean | undefined;
  /** The options of the instance metadata service. */
  readonly metadataOptions?: InstanceMetadataOptions | undefined;
  /** The device name of the root volume, e.g. `/dev/xvda`. */
  readonly rootDeviceName?: string | undefined;
  /** The type of the root volume: `ebs` or `instance-store`. */
  readonly rootDeviceType?: string | undefined;
  /** The attached block devices, usually EBS volumes. */
  readonly blockDeviceMappings: readonly InstanceBlockDevice[];
  /** The security groups of the instance. */
  readonly securityGroups: readonly GroupIdentifier[];
  /** The network interfaces that are attached. */
  readonly networkInterfaces: readonly InstanceNetworkInterface[];
  /** The ARN of the Outpost on which the instance runs. */
  readonly outpostArn?: string | undefined;
  /** The tags, by key. */
  readonly tags: Tags;
}

/** Parses one EC2 `Instance` structure. */
export const instance = (): Schema<Instance> =>
  resource<Instance>(Instance$, {
    instanceId: z.string(),
    imageId: z.string(),
    instanceType: z.string(),
    state: from('State.Name', openEnum(instanceStates)),
    stateReason: maybe(stateReason()),
    stateTransitionReason: optionalString(),
    launchTime: z.date(),
    availabilityZone: from('Placement.AvailabilityZone', z.string()),
    tenancy: from('Placement.Tenancy', optionalString()),
    groupName: from('Placement.GroupName', optionalString()),
    vpcId: optionalString(),
    subnetId: optionalString(),
    privateIpAddress: optionalString(),
    publicIpAddress: optionalString(),
    ipv6Address: optionalString(),
    privateDnsName: optionalString(),
    publicDnsName: optionalString(),
    keyName: optionalString(),
    platform: optionalString(),
    platformDetails: optionalString(),
    architecture: optionalString(),
    instanceLifecycle: optionalString(),
    spotInstanceRequestId: optionalString(),
    iamInstanceProfileArn: from('IamInstanceProfile.Arn', optionalString()),
    monitoring: from('Monitoring.State', optionalString()),
    sourceDestCheck: z.optional(z.boolean()),
    ebsOptimized: z.optional(z.boolean()),
    hibernationConfigured: from('HibernationOptions.Configured', z.optional(z.boolean())),
    metadataOptions: maybe(instanceMetadataOptions()),
    rootDeviceName: optionalString(),
    rootDeviceType: optionalString(),
    blockDeviceMappings: list(instanceBlockDevice()),
    securityGroups: list(groupIdentifier()),
    networkInterfaces: list(instanceNetworkInterface()),
    outpostArn: optionalString(),
    tags: tags(),
  });

const stateReason = (): Schema<StateReason> =>
  resource<StateReason>(StateReason$, { code: z.string(), message: z.string() });

const instanceBlockDevice = (): Schema<InstanceBlockDevice> =>
  resource<InstanceBlockDevice>(InstanceBlockDeviceMapping$, {
    deviceName: z.string(),
    volumeId: from('Ebs.VolumeId', optionalString()),
    status: from('Ebs.Status', optionalString()),
    attachTime: from('Ebs.AttachTime', z.optional(z.date())),
    deleteOnTermination: from('Ebs.DeleteOnTermination', z.optional(z.boolean())),
  });

/** Parses one EC2 `GroupIdentifier` structure. */
export const groupIdentifier = (): Schema<GroupIdentifier> =>
  resource<GroupIdentifier>(GroupIdentifier$, { groupId: z.string(), groupName: optionalString() });

export { type InstanceState, instanceStates } from '../instance-states.js';
