import { type AwsInput, input, operation, type Operation } from '@arch/core/builder';
import { dbSnapshotName, rds } from '@arch/services/rds';
import { DescribeDBSnapshotsCommand } from '@aws-sdk/client-rds';

import { dbSnapshot, type DbSnapshot } from './db-snapshot.js';

export interface DescribeDbSnapshotInput extends AwsInput {
  /** The name of the snapshot, e.g. `before-upgrade` or `rds:orders-2026-11-01-03-12`, or the ARN of a snapshot that another account shares. */
  readonly dbSnapshotIdentifier: string;
}

/**
 * Describes one DB snapshot.
 *
 * @example
 * const { status, percentProgress } = await describeDbSnapshot('before-upgrade');
 * @throws {NotFoundError} there is no such snapshot in this region.
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBSnapshots.html
 */
export const describeDbSnapshot: Operation<
  string | DescribeDbSnapshotInput,
  DbSnapshot,
  { on: 'dbSnapshotIdentifier' }
> = operation(() => ({
  name: 'describeDbSnapshot',
  service: rds,
  command: DescribeDBSnapshotsCommand,
  permissions: [{ action: 'rds:DescribeDBSnapshots', resources: ['snapshot'] }],
  key: 'dbSnapshotIdentifier',
  input: input<DescribeDbSnapshotInput>({ dbSnapshotIdentifier: dbSnapshotName() }),
  output: dbSnapshot(),
  absent: 'not-found',
  request: ({ dbSnapshotIdentifier }) => ({
    DBSnapshotIdentifier: dbSnapshotIdentifier,
    // RDS finds automated snapshots, snapshots of AWS Backup and shared snapshots only with these members.
    ...(dbSnapshotIdentifier.startsWith('rds:') && { SnapshotType: 'automated' }),
    ...(dbSnapshotIdentifier.startsWith('awsbackup:') && { SnapshotType: 'awsbackup' }),
    ...(dbSnapshotIdentifier.startsWith('arn:') && { IncludeShared: true }),
  }),
  select: ({ DBSnapshots }) => DBSnapshots?.[0],
}));
