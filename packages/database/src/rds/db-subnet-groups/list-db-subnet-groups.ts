import { type AwsInput, input, listOperation, type ListOperation } from '@arch/core/builder';
import { rds } from '@arch/services/rds';
import { DescribeDBSubnetGroupsCommand } from '@aws-sdk/client-rds';

import { dbSubnetGroup, type DbSubnetGroup } from './db-subnet-group.js';

/** RDS has no filters for DB subnet groups. */
export type ListDbSubnetGroupsInput = AwsInput;

/**
 * Lists DB subnet groups, 100 per request, one page ahead of the consumer.
 *
 * @example
 * for await (const { dbSubnetGroupName, vpcId } of listDbSubnetGroups()) console.log(dbSubnetGroupName, vpcId);
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBSubnetGroups.html
 */
export const listDbSubnetGroups: ListOperation<ListDbSubnetGroupsInput, DbSubnetGroup, { on: 'dbSubnetGroupName' }> =
  listOperation(() => ({
    name: 'listDbSubnetGroups',
    service: rds,
    command: DescribeDBSubnetGroupsCommand,
    permissions: [{ action: 'rds:DescribeDBSubnetGroups', resources: ['subgrp'] }],
    input: input<ListDbSubnetGroupsInput>({}),
    item: dbSubnetGroup(),
    items: ({ DBSubnetGroups }) => DBSubnetGroups,
    pages: { token: 'Marker', size: { member: 'MaxRecords', least: 20, most: 100 } },
  }));
