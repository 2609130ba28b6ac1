import {
  type AwsInput,
  filterRecord,
  type Filters,
  input,
  listOperation,
  type ListOperation,
  text,
  toFilterList,
  z,
} from '@arch/core/builder';
import { rds } from '@arch/services/rds';
import { DescribeDBInstancesCommand } from '@aws-sdk/client-rds';

import type { DbEngine } from '../db-engines.js';
import { dbInstance, type DbInstance } from './db-instance.js';

export interface ListDbInstancesInput extends AwsInput {
  /** One engine, or several of which one must match. Default: all engines. */
  readonly engine?: DbEngine | readonly DbEngine[] | undefined;
  /** The name or ARN of a DB cluster. Default: all DB instances. */
  readonly dbClusterIdentifier?: string | undefined;
  /** Further filters by the names on the AWS page: `db-instance-id`, `dbi-resource-id`, `domain`. */
  readonly filters?: Filters | undefined;
}

/**
 * Lists DB instances, 100 per request, one page ahead of the consumer.
 *
 * @example
 * for await (const { dbInstanceIdentifier, engineVersion } of listDbInstances({ engine: 'postgres' })) console.log(dbInstanceIdentifier, engineVersion);
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBInstances.html
 */
export const listDbInstances: ListOperation<ListDbInstancesInput, DbInstance, { on: 'dbInstanceIdentifier' }> =
  listOperation(() => ({
    name: 'listDbInstances',
    service: rds,
    command: DescribeDBInstancesCommand,
    permissions: [{ action: 'rds:DescribeDBInstances', resources: ['db'] }],
    input: input<ListDbInstancesInput>({
      engine: z.optional(z.union([text(1, 64), z.array(text(1, 64))])),
      dbClusterIdentifier: z.optional(text(1, 255)),
      filters: filterRecord(),
    }),
    item: dbInstance(),
    request: ({ engine, dbClusterIdentifier, filters }) => ({
      // AWS accepts the cluster only as a filter.
      Filters: toFilterList({ engine, 'db-cluster-id': dbClusterIdentifier, ...filters }),
    }),
    items: ({ DBInstances }) => DBInstances,
    pages: { token: 'Marker', size: { member: 'MaxRecords', least: 20, most: 100 } },
  }));
