import {
  type AwsInput,
  ec2Id,
  filterRecord,
  type Filters,
  input,
  listOperation,
  type ListOperation,
  tagRecord,
  type Tags,
  toFilterList,
  z,
} from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { DescribeSubnetsCommand } from '@aws-sdk/client-ec2';

import { subnet, type Subnet } from './subnet.js';

export interface ListSubnetsInput extends AwsInput {
  /** Only those of this VPC. */
  readonly vpcId?: string | undefined;
  /** Tags that each has to have, all of them; `*` and `?` are wildcards in the values. */
  readonly tags?: Tags | undefined;
  /** AWS's further filters by name. */
  readonly filters?: Filters | undefined;
}

/**
 * Lists subnets, one page ahead of the consumer.
 *
 * @example
 * const all = await listSubnets({ tags: { team: 'web' } }).toArray();
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSubnets.html
 */
export const listSubnets: ListOperation<ListSubnetsInput, Subnet> = listOperation(() => ({
  name: 'listSubnets',
  service: ec2,
  command: DescribeSubnetsCommand,
  permissions: ['ec2:DescribeSubnets'],
  input: input<ListSubnetsInput>({
    vpcId: z.optional(ec2Id('vpc')),
    tags: z.optional(tagRecord()),
    filters: z.optional(filterRecord()),
  }),
  item: subnet(),
  request: ({ vpcId, tags, filters }) => ({ Filters: toFilterList({ 'vpc-id': vpcId, ...filters }, tags) }),
  items: ({ Subnets }) => Subnets,
  pages: { token: 'NextToken', size: { member: 'MaxResults', least: 5, most: 1000 } },
}));
