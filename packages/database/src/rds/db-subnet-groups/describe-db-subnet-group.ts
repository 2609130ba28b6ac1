import { type AwsInput, input, operation, type Operation } from '@arch/core/builder';
import { rds, subnetGroupName } from '@arch/services/rds';
import { DescribeDBSubnetGroupsCommand } from '@aws-sdk/client-rds';

import { dbSubnetGroup, type DbSubnetGroup } from './db-subnet-group.js';

export interface DescribeDbSubnetGroupInput extends AwsInput {
  /** The name of the DB subnet group, e.g. `private`. */
  readonly dbSubnetGroupName: string;
}

/**
 * Describes one DB subnet group with its subnets.
 *
 * @example
 * const { vpcId, subnets } = await describeDbSubnetGroup('private');
 * @throws {NotFoundError} there is no such DB subnet group in this region.
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBSubnetGroups.html
 */
export const describeDbSubnetGroup: Operation<
  string | DescribeDbSubnetGroupInput,
  DbSubnetGroup,
  { on: 'dbSubnetGroupName' }
> = operation(() => ({
  name: 'describeDbSubnetGroup',
  service: rds,
  command: DescribeDBSubnetGroupsCommand,
  permissions: [{ action: 'rds:DescribeDBSubnetGroups', resources: ['subgrp'] }],
  key: 'dbSubnetGroupName',
  input: input<DescribeDbSubnetGroupInput>({ dbSubnetGroupName: subnetGroupName() }),
  output: dbSubnetGroup(),
  absent: 'not-found',
  select: ({ DBSubnetGroups }) => DBSubnetGroups?.[0],
}));
