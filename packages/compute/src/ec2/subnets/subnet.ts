import { type AwsResource, optionalString, resource, type Schema, tags, type Tags, z } from '@arch/core/builder';
import { Subnet$ } from '@aws-sdk/client-ec2';

/** A subnet. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Subnet.html */
export interface Subnet extends AwsResource {
  /** e.g. `subnet-0123456789abcdef0`. */
  readonly subnetId: string;
  readonly vpcId: string;
  /** `pending`, `available` or `unavailable`. */
  readonly state: string;
  /** e.g. `10.0.1.0/24`; empty for a subnet of IPv6 only. */
  readonly cidrBlock?: string | undefined;
  readonly availabilityZone: string;
  readonly availableIpAddressCount: number;
  readonly defaultForAz: boolean;
  /** Whether instances get a public address that say nothing of it. */
  readonly mapPublicIpOnLaunch: boolean;
  readonly subnetArn?: string | undefined;
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
