import { ec2Id, type FilterInput, listOperation, type ListOperation, z } from '@arch/core/builder';
import { ec2List } from '@arch/services/ec2';
import { DescribeRouteTablesCommand } from '@aws-sdk/client-ec2';

import { routeTable, type RouteTable } from './route-table.js';

export interface ListRouteTablesInput extends FilterInput {
  /** Lists only the route tables of this VPC. Default: all VPCs. */
  readonly vpcId?: string | undefined;
}

/**
 * Lists route tables. Fetches one page ahead of the consumer.
 *
 * @example
 * const all = await listRouteTables({ tags: { team: 'web' } }).toArray();
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeRouteTables.html
 */
export const listRouteTables: ListOperation<ListRouteTablesInput, RouteTable> = listOperation(() =>
  ec2List({
    name: 'listRouteTables',
    command: DescribeRouteTablesCommand,
    input: { vpcId: z.optional(ec2Id('vpc')) },
    item: routeTable(),
    items: ({ RouteTables }) => RouteTables,
    filters: ({ vpcId }) => ({ 'vpc-id': vpcId }),
    pageSize: 100,
  }),
);
