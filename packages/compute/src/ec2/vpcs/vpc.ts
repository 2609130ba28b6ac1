import { type AwsResource, optionalString, resource, type Schema, tags, type Tags, z } from '@arch/core/builder';
import { Vpc$ } from '@aws-sdk/client-ec2';

/** A virtual private cloud. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Vpc.html */
export interface Vpc extends AwsResource {
  /** ID of the VPC, e.g. `vpc-0123456789abcdef0`. */
  readonly vpcId: string;
  /** State: `pending` or `available`. */
  readonly state: string;
  /** Primary IPv4 block, e.g. `10.0.0.0/16`. */
  readonly cidrBlock: string;
  /** Whether it is the default VPC of the region. */
  readonly isDefault: boolean;
  /** `default`: instances run on shared hardware unless they specify otherwise; `dedicated`: on hardware for this account only. */
  readonly instanceTenancy?: string | undefined;
  /** ID of the set of DHCP options. */
  readonly dhcpOptionsId?: string | undefined;
  /** ID of the AWS account that owns the VPC. */
  readonly ownerId?: string | undefined;
  /** Tags of the VPC. */
  readonly tags: Tags;
}

/** Parses one EC2 `Vpc` structure. */
export const vpc = (): Schema<Vpc> =>
  resource<Vpc>(Vpc$, {
    vpcId: z.string(),
    state: z.string(),
    cidrBlock: z.string(),
    isDefault: { type: z.boolean(), read: (value) => value ?? false },
    instanceTenancy: optionalString(),
    dhcpOptionsId: optionalString(),
    ownerId: optionalString(),
    tags: tags(),
  });
