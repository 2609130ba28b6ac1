import { type AwsInput, input, operation, type Operation } from '@arch/core/builder';
import { ec2, snapshotId } from '@arch/services/ec2';
import { DescribeSnapshotTierStatusCommand } from '@aws-sdk/client-ec2';

import { snapshotTierStatus, type SnapshotTierStatus } from './snapshot-tier-status.js';

export interface DescribeSnapshotTierStatusInput extends AwsInput {
  /** The ID of the snapshot, e.g. `snap-0123456789abcdef0`. */
  readonly snapshotId: string;
}

/**
 * Describes the storage tier of a snapshot, and the progress of its archiving or restore.
 *
 * @example
 * const { storageTier, lastTieringProgress } = await describeSnapshotTierStatus('snap-0123456789abcdef0');
 * @throws {NotFoundError} there is no such snapshot in this region.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSnapshotTierStatus.html
 */
export const describeSnapshotTierStatus: Operation<string | DescribeSnapshotTierStatusInput, SnapshotTierStatus> =
  operation(() => ({
    name: 'describeSnapshotTierStatus',
    service: ec2,
    command: DescribeSnapshotTierStatusCommand,
    permissions: ['ec2:DescribeSnapshotTierStatus'],
    key: 'snapshotId',
    input: input<DescribeSnapshotTierStatusInput>({ snapshotId: snapshotId() }),
    output: snapshotTierStatus(),
    absent: 'not-found',
    request: ({ snapshotId }) => ({ Filters: [{ Name: 'snapshot-id', Values: [snapshotId] }] }),
    select: ({ SnapshotTierStatuses }) => SnapshotTierStatuses?.[0],
  }));
