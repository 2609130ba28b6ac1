import {
  type AwsInput,
  ec2Id,
  input,
  operation,
  type Operation,
  tagRecord,
  type Tags,
  text,
  z,
  cidrBlock,
  toTagSpecifications,
} from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { CreateSubnetCommand } from '@aws-sdk/client-ec2';

import { subnet, type Subnet } from './subnet.js';

export interface CreateSubnetInput extends AwsInput {
  readonly vpcId: string;
  /** A part of the VPC's block, /16 to /28, e.g. `10.0.1.0/24`; AWS keeps five addresses of it. */
  readonly cidrBlock: string;
  /** e.g. `eu-west-1a`. Default: AWS chooses. */
  readonly availabilityZone?: string | undefined;
  readonly tags?: Tags | undefined;
}

/**
 * Creates a subnet. AWS has no token for it: a call whose answer is lost is not repeated.
 *
 * @example
 * const { subnetId } = await createSubnet({ vpcId, cidrBlock: '10.0.1.0/24', availabilityZone: 'eu-west-1a' });
 * @throws {ConflictError} the block overlaps with that of another subnet.
 * @throws {NotFoundError} there is no such VPC in this region.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSubnet.html
 */
export const createSubnet: Operation<CreateSubnetInput, Subnet> = operation(() => ({
  name: 'createSubnet',
  service: ec2,
  command: CreateSubnetCommand,
  permissions: [
    { action: 'ec2:CreateSubnet', resources: ['subnet', 'vpc'] },
    {
      action: 'ec2:CreateTags',
      resources: ['subnet'],
      condition: { StringEquals: { 'ec2:CreateAction': 'CreateSubnet' } },
      when: 'tags are given',
    },
  ],
  input: input<CreateSubnetInput>({
    vpcId: ec2Id('vpc'),
    cidrBlock: cidrBlock(16, 28),
    availabilityZone: z.optional(text(1, 64)),
    tags: z.optional(tagRecord()),
  }),
  output: subnet(),
  request: ({ vpcId, tags }) => ({ VpcId: vpcId, TagSpecifications: toTagSpecifications(tags, 'subnet') }),
  select: ({ Subnet }) => Subnet,
  repeatable: false,
  creates: ({ subnetId }) => [subnetId],
}));
