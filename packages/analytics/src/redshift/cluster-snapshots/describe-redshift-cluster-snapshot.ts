import { type AwsInput, input, operation, type Operation } from '@arch/core/builder';
import { redshift, snapshotName } from '@arch/services/redshift';
import { DescribeClusterSnapshotsCommand } from '@aws-sdk/client-redshift';

import { redshiftClusterSnapshot, type RedshiftClusterSnapshot } from './redshift-cluster-snapshot.js';

export interface DescribeRedshiftClusterSnapshotInput extends AwsInput {
  /** Identifier of the snapshot, e.g. `before-upgrade`; for an automated snapshot e.g. `rs:reports-2026-11-01-03-12-44`. */
  readonly snapshotIdentifier: string;
}

/**
 * Describes a snapshot of a Redshift cluster.
 *
 * @example
 * const { status, totalBackupSizeInMegaBytes } = await describeRedshiftClusterSnapshot('before-upgrade');
 * @throws {NotFoundError} there is no such snapshot in this region.
 * @see https://docs.aws.amazon.com/redshift/latest/APIReference/API_DescribeClusterSnapshots.html
 */
export const describeRedshiftClusterSnapshot: Operation<
  string | DescribeRedshiftClusterSnapshotInput,
  RedshiftClusterSnapshot,
  { on: 'clusterIdentifier' }
> = operation(() => ({
  name: 'describeRedshiftClusterSnapshot',
  service: redshift,
  command: DescribeClusterSnapshotsCommand,
  permissions: [{ action: 'redshift:DescribeClusterSnapshots', resources: ['cluster'] }],
  key: 'snapshotIdentifier',
  input: input<DescribeRedshiftClusterSnapshotInput>({ snapshotIdentifier: snapshotName() }),
  output: redshiftClusterSnapshot(),
  absent: 'not-found',
  select: ({ Snapshots }) => Snapshots?.[0],
}));
