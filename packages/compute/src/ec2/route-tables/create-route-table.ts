import {
  type AwsInput,
  ec2Id,
  input,
  operation,
  type Operation,
  tagRecord,
  type Tags,
  z,
  toTagSpecifications,
} from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { CreateRouteTableCommand } from '@aws-sdk/client-ec2';

import { routeTable, type RouteTable } from './route-table.js';

export interface CreateRouteTableInput extends AwsInput {
  /** ID of the VPC, e.g. `vpc-0123456789abcdef0`. */
  readonly vpcId: string;
  /** Tags of the route table. */
  readonly tags?: Tags | undefined;
}

/**
 * Creates a route table, which contains the local route of the VPC. A retry never creates a second route table.
 *
 * @example
 * const { routeTableId } = await createRouteTable({ vpcId, tags: { Name: 'public' } });
 * @throws {NotFoundError} there is no such VPC in this region.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateRouteTable.html
 */
export const createRouteTable: Operation<
  string | CreateRouteTableInput,
  RouteTable,
  { on: 'routeTableId' | 'vpcId'; with: 'tags' }
> = operation(() => ({
  name: 'createRouteTable',
  service: ec2,
  command: CreateRouteTableCommand,
  permissions: [
    { action: 'ec2:CreateRouteTable', resources: ['route-table', 'vpc'] },
    {
      action: 'ec2:CreateTags',
      resources: ['route-table'],
      condition: { StringEquals: { 'ec2:CreateAction': 'CreateRouteTable' } },
      with: 'tags',
    },
  ],
  key: 'vpcId',
  input: input<CreateRouteTableInput>({ vpcId: ec2Id('vpc'), tags: z.optional(tagRecord()) }),
  output: routeTable(),
  request: ({ vpcId, tags }) => ({ VpcId: vpcId, TagSpecifications: toTagSpecifications(tags, 'route-table') }),
  select: ({ RouteTable }) => RouteTable,
  creates: ({ routeTableId }) => [routeTableId],
}));
