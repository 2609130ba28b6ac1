import { ec2Id, type FilterInput, listOperation, type ListOperation, z } from '@arch/core/builder';
import { ec2List } from '@arch/services/ec2';
import { DescribeSubnetsCommand } from '@aws-sdk/client-ec2';

import { subnet, type Subnet } from './subnet.js';

export interface ListSubnetsInput extends FilterInput {
  /** Lists only the subnets of this VPC. Default: all VPCs. */
  readonly vpcId?: string | undefined;
}

/**
 * Lists subnets. Fetches one page ahead of the consumer.
 *
 * @example
 * const all = await listSubnets({ tags: { team: 'web' } }).toArray();
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSubnets.html
 */
export const listSubnets: ListOperation<ListSubnetsInput, Subnet> = listOperation(() =>
  ec2List({
    name: 'listSubnets',
    command: DescribeSubnetsCommand,
    input: { vpcId: z.optional(ec2Id('vpc')) },
    item: subnet(),
    items: ({ Subnets }) => Subnets,
    filters: ({ vpcId }) => ({ 'vpc-id': vpcId }),
    pageSize: 1000,
  }),
);
