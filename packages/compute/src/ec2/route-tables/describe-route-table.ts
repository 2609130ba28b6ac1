import { type AwsInput, ec2Id, input, operation, type Operation } from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { DescribeRouteTablesCommand } from '@aws-sdk/client-ec2';

import { routeTable, type RouteTable } from './route-table.js';

export interface DescribeRouteTableInput extends AwsInput {
  /** ID of the route table, e.g. `rtb-0123456789abcdef0`. */
  readonly routeTableId: string;
}

/**
 * Describes one route table. Concurrent calls are joined into one request for up to 200 route tables.
 *
 * @example
 * const routeTable = await describeRouteTable('rtb-0123456789abcdef0');
 * @throws {NotFoundError} there is no such route table in this region.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeRouteTables.html
 */
export const describeRouteTable: Operation<string | DescribeRouteTableInput, RouteTable> = operation(() => ({
  name: 'describeRouteTable',
  service: ec2,
  command: DescribeRouteTablesCommand,
  permissions: ['ec2:DescribeRouteTables'],
  key: 'routeTableId',
  input: input<DescribeRouteTableInput>({ routeTableId: ec2Id('rtb') }),
  output: routeTable(),
  absent: 'not-found',
  batch: { limit: 200, ids: 'RouteTableIds', items: ({ RouteTables }) => RouteTables, id: 'RouteTableId' },
}));
