import { optionalString, from, resource, type Schema, z } from '@arch/core/builder';
import { InstanceNetworkInterface$ } from '@aws-sdk/client-ec2';

/** A network interface of an instance. */
export interface InstanceNetworkInterface {
  /** The ID of the network interface, e.g. `eni-0123456789abcdef0`. */
  readonly networkInterfaceId: string;
  /** The ID of the subnet. */
  readonly subnetId?: string | undefined;
  /** The ID of the VPC. */
  readonly vpcId?: string | undefined;
  /** The primary private IPv4 address. */
  readonly privateIpAddress?: string | undefined;
  /** The public or Elastic IP address. Absent if there is none. */
  readonly publicIp?: string | undefined;
  /** The carrier IP address of a network interface in a Wavelength Zone. */
  readonly carrierIp?: string | undefined;
  /** The MAC address. */
  readonly macAddress?: string | undefined;
  /** The status: `available`, `associated`, `attaching`, `in-use` or `detaching`. */
  readonly status?: string | undefined;
  /** The index of the device in the attachment; 0 for the primary network interface. */
  readonly deviceIndex?: number | undefined;
}

/** Parses one network interface of an instance. */
export const instanceNetworkInterface = (): Schema<InstanceNetworkInterface> =>
  resource<InstanceNetworkInterface>(InstanceNetworkInterface$, {
    networkInterfaceId: z.string(),
    subnetId: optionalString(),
    vpcId: optionalString(),
    privateIpAddress: optionalString(),
    publicIp: from('Association.PublicIp', optionalString()),
    carrierIp: from('Association.CarrierIp', optionalString()),
    macAddress: optionalString(),
    status: optionalString(),
    deviceIndex: from('Attachment.DeviceIndex', z.optional(z.number())),
  });
