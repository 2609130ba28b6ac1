import { type AwsInput, ec2Id, input, operation, type Operation } from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { DescribeVpcsCommand } from '@aws-sdk/client-ec2';

import { vpc, type Vpc } from './vpc.js';

export interface DescribeVpcInput extends AwsInput {
  /** ID of the VPC, e.g. `vpc-0123456789abcdef0`. */
  readonly vpcId: string;
}

/**
 * Describes one VPC. Concurrent calls are joined into one request for up to 200 VPCs.
 *
 * @example
 * const vpc = await describeVpc('vpc-0123456789abcdef0');
 * @throws {NotFoundError} there is no such VPC in this region.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcs.html
 */
export const describeVpc: Operation<string | DescribeVpcInput, Vpc> = operation(() => ({
  name: 'describeVpc',
  service: ec2,
  command: DescribeVpcsCommand,
  permissions: ['ec2:DescribeVpcs'],
  key: 'vpcId',
  input: input<DescribeVpcInput>({ vpcId: ec2Id('vpc') }),
  output: vpc(),
  absent: 'not-found',
  batch: { limit: 200, ids: 'VpcIds', items: ({ Vpcs }) => Vpcs, id: 'VpcId' },
}));
