import { type FilterInput, listOperation, type ListOperation } from '@arch/core/builder';
import { ec2List } from '@arch/services/ec2';
import { DescribeVpcsCommand } from '@aws-sdk/client-ec2';

import { vpc, type Vpc } from './vpc.js';

export interface ListVpcsInput extends FilterInput {}

/**
 * Lists VPCs. Fetches one page ahead of the consumer.
 *
 * @example
 * const all = await listVpcs({ tags: { team: 'web' } }).toArray();
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcs.html
 */
export const listVpcs: ListOperation<ListVpcsInput, Vpc> = listOperation(() =>
  ec2List({
    name: 'listVpcs',
    command: DescribeVpcsCommand,
    item: vpc(),
    items: ({ Vpcs }) => Vpcs,
    pageSize: 1000,
  }),
);
