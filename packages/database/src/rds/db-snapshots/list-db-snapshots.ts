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
  /** Only snapshots of this instance, which need not be there any more. */
  readonly dbInstanceIdentifier?: string | undefined;
  /** Default: `manual` and `automated`. */
  readonly snapshotType?: Open<'manual' | 'automated' | 'awsbackup' | 'shared' | 'public'> | undefined;
  /** AWS's further filters by name: `db-instance-id`, `db-snapshot-id`, `dbi-resource-id`, `engine`. */
  readonly filters?: Filters | undefined;
}

/**
 * Lists DB snapshots, 100 in a request, one page ahead of the consumer.
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
