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
  /** ID of the internet gateway, e.g. `igw-0123456789abcdef0`. */
  readonly internetGatewayId: string;
  /** ID of the VPC to which it is attached; at most one. */
  readonly vpcIds: readonly string[];
  /** ID of the AWS account that owns the internet gateway. */
  readonly ownerId?: string | undefined;
  /** Tags of the internet gateway. */
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
