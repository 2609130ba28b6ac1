import {
  type AwsInput,
  filterRecord,
  type Filters,
  input,
  listOperation,
  type ListOperation,
  oneOrMore,
  toFilterList,
  z,
} from '@arch/core/builder';
import { ec2, snapshotId } from '@arch/services/ec2';
import { DescribeFastSnapshotRestoresCommand } from '@aws-sdk/client-ec2';

import {
  fastSnapshotRestore,
  type FastSnapshotRestore,
  type FastSnapshotRestoreState,
  fastSnapshotRestoreStates,
} from './fast-snapshot-restore.js';

export interface ListFastSnapshotRestoresInput extends AwsInput {
  /** The ID of a snapshot. Default: all snapshots. */
  readonly snapshotId?: string | undefined;
  /** One state, or several of which one must match. Default: all states. */
  readonly state?: FastSnapshotRestoreState | readonly FastSnapshotRestoreState[] | undefined;
  /** Further filters by AWS's names, e.g. `{ 'availability-zone': 'eu-west-1a' }`. AWS cannot filter by tags here. */
  readonly filters?: Filters | undefined;
}

/**
 * Lists fast snapshot restore by snapshot and Availability Zone, one page ahead of the consumer.
 *
 * @example
 * const billed = await listFastSnapshotRestores({ state: ['enabling', 'optimizing', 'enabled'] }).toArray();
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeFastSnapshotRestores.html
 */
export const listFastSnapshotRestores: ListOperation<ListFastSnapshotRestoresInput, FastSnapshotRestore> =
  listOperation(() => ({
    name: 'listFastSnapshotRestores',
    service: ec2,
    command: DescribeFastSnapshotRestoresCommand,
    permissions: ['ec2:DescribeFastSnapshotRestores'],
    input: input<ListFastSnapshotRestoresInput>({
      snapshotId: z.optional(snapshotId()),
      state: z.optional(oneOrMore(z.enum(fastSnapshotRestoreStates))),
      filters: filterRecord(),
    }),
    item: fastSnapshotRestore(),
    request: ({ snapshotId, state, filters }) => ({
      Filters: toFilterList({ 'snapshot-id': snapshotId, state, ...filters }),
    }),
    items: ({ FastSnapshotRestores }) => FastSnapshotRestores,
    pages: { token: 'NextToken' },
  }));
