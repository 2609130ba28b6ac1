import {
  type AwsResource,
  optionalString,
  from,
  pluck,
  resource,
  type Schema,
  tags,
  type Tags,
  z,
} from '@arch/core/builder';
import { InternetGateway$ } from '@aws-sdk/client-ec2';

/** An internet gateway. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InternetGateway.html */
export interface InternetGateway extends AwsResource {
  /** e.g. `igw-0123456789abcdef0`. */
  readonly internetGatewayId: string;
  /** The VPC that it is attached to; at most one. */
  readonly vpcIds: readonly string[];
  readonly ownerId?: string | undefined;
  readonly tags: Tags;
}

/** Parses one EC2 `InternetGateway` structure. */
export const internetGateway = (): Schema<InternetGateway> =>
  resource<InternetGateway>(InternetGateway$, {
    internetGatewayId: z.string(),
    vpcIds: from('Attachments', pluck('VpcId', z.string())),
    ownerId: optionalString(),
    tags: tags(),
  });
