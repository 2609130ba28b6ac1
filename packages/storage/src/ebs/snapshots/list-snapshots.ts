import {
  type AwsInput,
  filterRecord,
  type Filters,
  input,
  listOperation,
  type ListOperation,
  tagRecord,
  type Tags,
  text,
  toFilterList,
  z,
} from '@arch/core/builder';
import { ec2, volumeId } from '@arch/services/ec2';
import { DescribeSnapshotsCommand } from '@aws-sdk/client-ec2';

import { snapshot, type Snapshot } from './snapshot.js';

export interface ListSnapshotsInput extends AwsInput {
  /** Account IDs, `self` or `amazon`. Default `['self']`: AWS's default would be every public snapshot, tens of thousands. */
  readonly owners?: readonly string[] | undefined;
  /** Only snapshots of this volume. */
  readonly volumeId?: string | undefined;
  /** Tags that a snapshot has to have, all of them; `*` and `?` are wildcards in the values. */
  readonly tags?: Tags | undefined;
  /** AWS's further filters by name, e.g. `{ status: ['error'] }`. */
  readonly filters?: Filters | undefined;
}

/**
 * Lists EBS snapshots, 1,000 in a request, one page ahead of the consumer.
 *
 * @example
 * const mine = await listSnapshots({ tags: { keep: 'no' } }).toArray();
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSnapshots.html
 */
export const listSnapshots: ListOperation<ListSnapshotsInput, Snapshot> = listOperation(() => ({
  name: 'listSnapshots',
  service: ec2,
  command: DescribeSnapshotsCommand,
  permissions: ['ec2:DescribeSnapshots'],
  input: input<ListSnapshotsInput>({
    owners: z.optional(z.array(text(1, 64)).check(z.minLength(1))),
    volumeId: z.optional(volumeId()),
    tags: z.optional(tagRecord()),
    filters: z.optional(filterRecord()),
  }),
  item: snapshot(),
  request: ({ owners = ['self'], volumeId, tags, filters }) => ({
    OwnerIds: [...owners],
    Filters: toFilterList({ 'volume-id': volumeId, ...filters }, tags),
  }),
  items: ({ Snapshots }) => Snapshots,
  pages: { token: 'NextToken', size: { member: 'MaxResults', least: 5, most: 1_000 } },
}));
