import {
  type AwsInput,
  input,
  listOperation,
  type ListOperation,
  oneOrMore,
  toFilterList,
  z,
} from '@arch/core/builder';
import { ec2, volumeId } from '@arch/services/ec2';
import { DescribeSnapshotTierStatusCommand } from '@aws-sdk/client-ec2';

import {
  snapshotTierStatus,
  type SnapshotTierStatus,
  type TieringOperationStatus,
  tieringOperationStatuses,
} from './snapshot-tier-status.js';

export interface ListSnapshotTierStatusesInput extends AwsInput {
  /** One state of the last archiving or restore, or several of which one must match. Default: all snapshots. */
  readonly lastTieringOperationStatus?: TieringOperationStatus | readonly TieringOperationStatus[] | undefined;
  /** The ID of a volume. Default: snapshots of all volumes. */
  readonly volumeId?: string | undefined;
}

/**
 * Lists the storage tiers of the account's snapshots, one page ahead of the consumer.
 *
 * @example
 * const archived = await listSnapshotTierStatuses({ lastTieringOperationStatus: 'archival-completed' }).toArray();
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSnapshotTierStatus.html
 */
export const listSnapshotTierStatuses: ListOperation<ListSnapshotTierStatusesInput, SnapshotTierStatus> = listOperation(
  () => ({
    name: 'listSnapshotTierStatuses',
    service: ec2,
    command: DescribeSnapshotTierStatusCommand,
    permissions: ['ec2:DescribeSnapshotTierStatus'],
    input: input<ListSnapshotTierStatusesInput>({
      lastTieringOperationStatus: z.optional(oneOrMore(z.enum(tieringOperationStatuses))),
      volumeId: z.optional(volumeId()),
    }),
    item: snapshotTierStatus(),
    request: ({ lastTieringOperationStatus, volumeId }) => ({
      Filters: toFilterList({ 'last-tiering-operation': lastTieringOperationStatus, 'volume-id': volumeId }),
    }),
    items: ({ SnapshotTierStatuses }) => SnapshotTierStatuses,
    pages: { token: 'NextToken' },
  }),
);
