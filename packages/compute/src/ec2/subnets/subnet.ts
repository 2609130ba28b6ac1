import { type AwsResource, optionalString, resource, type Schema, tags, type Tags, z } from '@arch/core/builder';
import { Subnet$ } from '@aws-sdk/client-ec2';

/** A subnet. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Subnet.html */
export interface Subnet extends AwsResource {
  /** ID of the subnet, e.g. `subnet-0123456789abcdef0`. */
  readonly subnetId: string;
  /** ID of the VPC that contains the subnet. */
  readonly vpcId: string;
  /** State: `pending`, `available` or `unavailable`. */
  readonly state: string;
  /** IPv4 block, e.g. `10.0.1.0/24`. Empty for a subnet with IPv6 only. */
  readonly cidrBlock?: string | undefined;
  /** Availability Zone, e.g. `eu-west-1a`. */
  readonly availabilityZone: string;
  /** Number of unused private IPv4 addresses. The addresses of stopped instances count as used. */
  readonly availableIpAddressCount: number;
  /** Whether it is the default subnet of its Availability Zone. */
  readonly defaultForAz: boolean;
  /** Whether instances receive a public IPv4 address by default. */
  readonly mapPublicIpOnLaunch: boolean;
  /** ARN of the subnet. */
  readonly subnetArn?: string | undefined;
  /** Tags of the subnet. */
  readonly tags: Tags;
}

/** Parses one EC2 `Subnet` structure. */
export const subnet = (): Schema<Subnet> =>
  resource<Subnet>(Subnet$, {
    subnetId: z.string(),
    vpcId: z.string(),
    state: z.string(),
    cidrBlock: optionalString(),
    availabilityZone: z.string(),
    availableIpAddressCount: z.number(),
    defaultForAz: { type: z.boolean(), read: (value) => value ?? false },
    mapPublicIpOnLaunch: { type: z.boolean(), read: (value) => value ?? false },
    subnetArn: optionalString(),
    tags: tags(),
  });
