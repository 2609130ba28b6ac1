import { type AwsInput, ec2Id, input, operation, type Operation } from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { DescribeSubnetsCommand } from '@aws-sdk/client-ec2';

import { subnet, type Subnet } from './subnet.js';

export interface DescribeSubnetInput extends AwsInput {
  /** ID of the subnet, e.g. `subnet-0123456789abcdef0`. */
  readonly subnetId: string;
}

/**
 * Describes one subnet. Concurrent calls are joined into one request for up to 200 subnets.
 *
 * @example
 * const subnet = await describeSubnet('subnet-0123456789abcdef0');
 * @throws {NotFoundError} there is no such subnet in this region.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSubnets.html
 */
export const describeSubnet: Operation<string | DescribeSubnetInput, Subnet> = operation(() => ({
  name: 'describeSubnet',
  service: ec2,
  command: DescribeSubnetsCommand,
  permissions: ['ec2:DescribeSubnets'],
  key: 'subnetId',
  input: input<DescribeSubnetInput>({ subnetId: ec2Id('subnet') }),
  output: subnet(),
  absent: 'not-found',
  batch: { limit: 200, ids: 'SubnetIds', items: ({ Subnets }) => Subnets, id: 'SubnetId' },
}));
