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
  /** ID of the VPC, e.g. `vpc-0123456789abcdef0`. */
  readonly vpcId: string;
  /** IPv4 block within the block of the VPC, from /16 to /28, e.g. `10.0.1.0/24`. AWS reserves five of its addresses. */
  readonly cidrBlock: string;
  /** Availability Zone, e.g. `eu-west-1a`. Default: AWS selects one. */
  readonly availabilityZone?: string | undefined;
  /** Tags of the subnet. */
  readonly tags?: Tags | undefined;
}

/**
 * Creates a subnet. AWS has no idempotency token for this operation: a request whose response was lost is not retried.
 *
 * @example
 * const { subnetId } = await createSubnet({ vpcId, cidrBlock: '10.0.1.0/24', availabilityZone: 'eu-west-1a' });
 * @throws {ConflictError} the block overlaps with the block of another subnet.
 * @throws {NotFoundError} there is no such VPC in this region.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSubnet.html
 */
export const createSubnet: Operation<CreateSubnetInput, Subnet, { on: 'subnetId' | 'vpcId'; with: 'tags' }> = operation(
  () => ({
    name: 'createSubnet',
    service: ec2,
    command: CreateSubnetCommand,
    permissions: [
      { action: 'ec2:CreateSubnet', resources: ['subnet', 'vpc'] },
      {
        action: 'ec2:CreateTags',
        resources: ['subnet'],
        condition: { StringEquals: { 'ec2:CreateAction': 'CreateSubnet' } },
        with: 'tags',
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
  }),
);
