import { type AwsResource, optionalString, resource, type Schema, tags, type Tags, z } from '@arch/core/builder';
import { Vpc$ } from '@aws-sdk/client-ec2';

/** A virtual private cloud. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Vpc.html */
export interface Vpc extends AwsResource {
  /** e.g. `vpc-0123456789abcdef0`. */
  readonly vpcId: string;
  /** `pending` or `available`. */
  readonly state: string;
  /** e.g. `10.0.0.0/16`. */
  readonly cidrBlock: string;
  readonly isDefault: boolean;
  /** `default` or `dedicated`: how instances share their hardware. */
  readonly instanceTenancy?: string | undefined;
  readonly dhcpOptionsId?: string | undefined;
  readonly ownerId?: string | undefined;
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
