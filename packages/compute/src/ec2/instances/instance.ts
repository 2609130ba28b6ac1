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

/** Why an instance is in its state. */
export interface StateReason {
  /** e.g. `Server.InsufficientInstanceCapacity` or `Client.UserInitiatedShutdown`. */
  readonly code: string;
  /** AWS's sentence for the code. */
  readonly message: string;
}

/** A security group, as others name it. */
export interface GroupIdentifier {
  readonly groupId: string;
  /** Absent outside the group's own account and VPC. */
  readonly groupName?: string | undefined;
}

/** An EBS volume that an instance uses. */
export interface InstanceBlockDevice {
  /** e.g. `/dev/xvda`. */
  readonly deviceName: string;
  /** Absent for a device that is no EBS volume. */
  readonly volumeId?: string | undefined;
  /** `attaching`, `attached`, `detaching` or `detached`. */
  readonly status?: string | undefined;
  /** In UTC. */
  readonly attachTime?: Date | undefined;
  /** Whether the volume goes when the instance is terminated. */
  readonly deleteOnTermination?: boolean | undefined;
}

/** An EC2 instance. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Instance.html */
export interface Instance extends AwsResource {
  /** e.g. `i-0123456789abcdef0`. */
  readonly instanceId: string;
  /** The image that it was launched from, e.g. `ami-0123456789abcdef0`. */
  readonly imageId: string;
  /** e.g. `t3.micro`. */
  readonly instanceType: string;
  readonly state: InstanceState;
  /** Why it is in this state, where AWS gives a reason: after a failed launch, a stop, a termination. */
  readonly stateReason?: StateReason | undefined;
  /** AWS's note on the last change, e.g. `User initiated (2026-11-23 10:00:00 GMT)`. */
  readonly stateTransitionReason?: string | undefined;
  /** When the instance was last started, in UTC. */
  readonly launchTime: Date;
  /** e.g. `eu-west-1a`; also a Local Zone, Wavelength Zone or the zone of an Outpost. */
  readonly availabilityZone: string;
  /** `default` (shared hardware), `dedicated` or `host`. */
  readonly tenancy?: string | undefined;
  /** Name of the placement group. */
  readonly groupName?: string | undefined;
  /** Absent for EC2-Classic and after termination. */
  readonly vpcId?: string | undefined;
  /** Absent after termination. */
  readonly subnetId?: string | undefined;
  /** Absent until an address is assigned, and after termination. */
  readonly privateIpAddress?: string | undefined;
  /** Absent without a public address; changes when the instance is stopped and started. */
  readonly publicIpAddress?: string | undefined;
  readonly ipv6Address?: string | undefined;
  readonly privateDnsName?: string | undefined;
  readonly publicDnsName?: string | undefined;
  /** The key pair whose private key opens the instance. */
  readonly keyName?: string | undefined;
  /** `windows` for Windows; absent for everything else. */
  readonly platform?: string | undefined;
  /** What is billed, e.g. `Linux/UNIX` or `Windows with SQL Server Standard`. */
  readonly platformDetails?: string | undefined;
  /** `x86_64`, `arm64`, `i386`, `x86_64_mac` or `arm64_mac`. */
  readonly architecture?: string | undefined;
  /** `spot`, `scheduled` or `capacity-block`; absent for an on-demand instance. */
  readonly instanceLifecycle?: string | undefined;
  readonly spotInstanceRequestId?: string | undefined;
  /** ARN of the instance profile, which carries the instance's role. */
  readonly iamInstanceProfileArn?: string | undefined;
  /** Detailed monitoring: `disabled`, `disabling`, `enabled` or `pending`. */
  readonly monitoring?: string | undefined;
  /** Whether only traffic from and to its own addresses passes; `false` for a NAT instance. */
  readonly sourceDestCheck?: boolean | undefined;
  readonly ebsOptimized?: boolean | undefined;
  /** Whether it was launched so that it can hibernate. */
  readonly hibernationConfigured?: boolean | undefined;
  readonly metadataOptions?: InstanceMetadataOptions | undefined;
  readonly rootDeviceName?: string | undefined;
  /** `ebs` or `instance-store`. */
  readonly rootDeviceType?: string | undefined;
  readonly blockDeviceMappings: readonly InstanceBlockDevice[];
  readonly securityGroups: readonly GroupIdentifier[];
  readonly networkInterfaces: readonly InstanceNetworkInterface[];
  readonly outpostArn?: string | undefined;
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

/** Parses the security group that another structure names. */
export const groupIdentifier = (): Schema<GroupIdentifier> =>
  resource<GroupIdentifier>(GroupIdentifier$, { groupId: z.string(), groupName: optionalString() });

export { type InstanceState, instanceStates } from '../instance-states.js';
export { instanceId } from '@arch/services/ec2';
