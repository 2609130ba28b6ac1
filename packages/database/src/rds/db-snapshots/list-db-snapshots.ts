import {
  type AwsInput,
  filterRecord,
  type Filters,
  input,
  listOperation,
  type ListOperation,
  toFilterList,
  z,
  type Open,
} from '@arch/core/builder';
import { dbInstanceName, rds } from '@arch/services/rds';
import { DescribeDBSnapshotsCommand } from '@aws-sdk/client-rds';

import { dbSnapshot, type DbSnapshot } from './db-snapshot.js';

export interface ListDbSnapshotsInput extends AwsInput {
  /** The name of a DB instance, which may be deleted. Default: snapshots of all DB instances. */
  readonly dbInstanceIdentifier?: string | undefined;
  /** The type of the snapshots. Default that AWS applies: `manual` and `automated`. */
  readonly snapshotType?: Open<'manual' | 'automated' | 'awsbackup' | 'shared' | 'public'> | undefined;
  /** Further filters by the names on the AWS page: `db-instance-id`, `db-snapshot-id`, `dbi-resource-id`, `engine`. */
  readonly filters?: Filters | undefined;
}

/**
 * Lists DB snapshots, 100 per request, one page ahead of the consumer.
 *
 * @example
 * const kept = await listDbSnapshots({ dbInstanceIdentifier: 'orders', snapshotType: 'manual' }).toArray();
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBSnapshots.html
 */
export const listDbSnapshots: ListOperation<
  ListDbSnapshotsInput,
  DbSnapshot,
  { on: 'dbInstanceIdentifier' | 'dbSnapshotIdentifier' }
> = listOperation(() => ({
  name: 'listDbSnapshots',
  service: rds,
  command: DescribeDBSnapshotsCommand,
  permissions: [{ action: 'rds:DescribeDBSnapshots', resources: ['db', 'snapshot'] }],
  input: input<ListDbSnapshotsInput>({
    dbInstanceIdentifier: z.optional(dbInstanceName()),
    snapshotType: z.optional(z.enum(['manual', 'automated', 'awsbackup', 'shared', 'public'])),
    filters: filterRecord(),
  }),
  item: dbSnapshot(),
  request: ({ filters }) => ({ Filters: toFilterList(filters) }),
  items: ({ DBSnapshots }) => DBSnapshots,
  pages: { token: 'Marker', size: { member: 'MaxRecords', least: 20, most: 100 } },
}));
