import { optionalString, from, resource, type Schema, z } from '@arch/core/builder';
import { InstanceNetworkInterface$ } from '@aws-sdk/client-ec2';

/** A network interface of an instance. */
export interface InstanceNetworkInterface {
  /** e.g. `eni-0123456789abcdef0`. */
  readonly networkInterfaceId: string;
  readonly subnetId?: string | undefined;
  readonly vpcId?: string | undefined;
  readonly privateIpAddress?: string | undefined;
  /** Absent without a public or Elastic IP address. */
  readonly publicIp?: string | undefined;
  /** The carrier's address of an interface in a Wavelength Zone. */
  readonly carrierIp?: string | undefined;
  readonly macAddress?: string | undefined;
  /** `available`, `associated`, `attaching`, `in-use` or `detaching`. */
  readonly status?: string | undefined;
  /** 0 for the primary interface. */
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
