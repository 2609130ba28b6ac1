import { operation, type Operation } from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { DescribeFastSnapshotRestoresCommand } from '@aws-sdk/client-ec2';

import { type FastSnapshotRestoreInput, fastSnapshotRestoreInput } from './fast-snapshot-restore-input.js';
import { fastSnapshotRestore, type FastSnapshotRestore } from './fast-snapshot-restore.js';

/**
 * Describes fast snapshot restore of a snapshot in an Availability Zone.
 *
 * @example
 * const { state } = await describeFastSnapshotRestore({ snapshotId: 'snap-0123456789abcdef0', availabilityZone: 'eu-west-1a' });
 * @throws {NotFoundError} fast snapshot restore was never enabled for the snapshot in this Availability Zone.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeFastSnapshotRestores.html
 */
export const describeFastSnapshotRestore: Operation<FastSnapshotRestoreInput, FastSnapshotRestore> = operation(() => ({
  name: 'describeFastSnapshotRestore',
  service: ec2,
  command: DescribeFastSnapshotRestoresCommand,
  permissions: ['ec2:DescribeFastSnapshotRestores'],
  input: fastSnapshotRestoreInput(),
  output: fastSnapshotRestore(),
  absent: 'not-found',
  request: ({ snapshotId, availabilityZone }) => ({
    Filters: [
      { Name: 'snapshot-id', Values: [snapshotId] },
      { Name: 'availability-zone', Values: [availabilityZone] },
    ],
  }),
  select: ({ FastSnapshotRestores }) => FastSnapshotRestores?.[0],
}));
