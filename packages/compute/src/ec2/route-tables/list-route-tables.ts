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
import { DescribeRouteTablesCommand } from '@aws-sdk/client-ec2';

import { routeTable, type RouteTable } from './route-table.js';

export interface ListRouteTablesInput extends AwsInput {
  /** Only those of this VPC. */
  readonly vpcId?: string | undefined;
  /** Tags that each has to have, all of them; `*` and `?` are wildcards in the values. */
  readonly tags?: Tags | undefined;
  /** AWS's further filters by name. */
  readonly filters?: Filters | undefined;
}

/**
 * Lists route tables, one page ahead of the consumer.
 *
 * @example
 * const all = await listRouteTables({ tags: { team: 'web' } }).toArray();
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeRouteTables.html
 */
export const listRouteTables: ListOperation<ListRouteTablesInput, RouteTable> = listOperation(() => ({
  name: 'listRouteTables',
  service: ec2,
  command: DescribeRouteTablesCommand,
  permissions: ['ec2:DescribeRouteTables'],
  input: input<ListRouteTablesInput>({
    vpcId: z.optional(ec2Id('vpc')),
    tags: z.optional(tagRecord()),
    filters: z.optional(filterRecord()),
  }),
  item: routeTable(),
  request: ({ vpcId, tags, filters }) => ({ Filters: toFilterList({ 'vpc-id': vpcId, ...filters }, tags) }),
  items: ({ RouteTables }) => RouteTables,
  pages: { token: 'NextToken', size: { member: 'MaxResults', least: 5, most: 100 } },
}));
