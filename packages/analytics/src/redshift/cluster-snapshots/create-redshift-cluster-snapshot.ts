import {
  type AwsInput,
  input,
  operation,
  tagRecord,
  type Tags,
  toTagList,
  type WaitableOperation,
  z,
} from '@arch/core/builder';
import { clusterName, manualRetentionDays, newSnapshotName, redshift } from '@arch/services/redshift';
import { CreateClusterSnapshotCommand } from '@aws-sdk/client-redshift';

import { describeRedshiftClusterSnapshot } from './describe-redshift-cluster-snapshot.js';
import { redshiftClusterSnapshot, type RedshiftClusterSnapshot } from './redshift-cluster-snapshot.js';
import { waitForRedshiftClusterSnapshot } from './wait-for-redshift-cluster-snapshot.js';

export interface CreateRedshiftClusterSnapshotInput extends AwsInput {
  /** Identifier of the snapshot, unique in the account: 1–255 letters, digits and single hyphens, a letter first. */
  readonly snapshotIdentifier: string;
  /** Identifier of the cluster, e.g. `reports`. The cluster must be available. */
  readonly clusterIdentifier: string;
  /** Retention period in days: 1–3,653, or -1 for no limit. Default: the setting of the cluster, whose default is -1. */
  readonly manualSnapshotRetentionDays?: number | undefined;
  /** Tags of the snapshot, at most 50. */
  readonly tags?: Tags | undefined;
}

/**
 * Creates a snapshot of a Redshift cluster. With `wait: true` the call resolves when the snapshot can be restored; `onProgress` reports the
 * percentage. AWS stores and bills the snapshot until it is deleted or its retention period ends, even if its cluster is deleted. Not
 * idempotent: a second call throws `AlreadyExistsError`.
 *
 * @example
 * await createRedshiftClusterSnapshot({ snapshotIdentifier: 'before-upgrade', clusterIdentifier: 'reports' }, { wait: true });
 * @throws {NotFoundError} there is no such cluster in this region.
 * @throws {AlreadyExistsError} there is already a snapshot with this identifier.
 * @throws {ConflictError} the cluster is not available.
 * @throws {QuotaExceededError} the account has reached its quota of snapshots.
 * @throws {WaitError} with `wait`: the snapshot failed or was cancelled.
 * @see https://docs.aws.amazon.com/redshift/latest/APIReference/API_CreateClusterSnapshot.html
 */
export const createRedshiftClusterSnapshot: WaitableOperation<
  CreateRedshiftClusterSnapshotInput,
  RedshiftClusterSnapshot,
  RedshiftClusterSnapshot,
  { on: 'clusterIdentifier' | 'snapshotIdentifier'; with: 'tags' }
> = operation(() => ({
  name: 'createRedshiftClusterSnapshot',
  service: redshift,
  command: CreateClusterSnapshotCommand,
  repeatable: 'refused',
  permissions: [
    { action: 'redshift:CreateClusterSnapshot', resources: ['cluster', 'snapshot'] },
    { action: 'redshift:CreateTags', resources: ['snapshot'], with: 'tags' },
  ],
  input: input<CreateRedshiftClusterSnapshotInput>({
    snapshotIdentifier: newSnapshotName(),
    clusterIdentifier: clusterName(),
    manualSnapshotRetentionDays: z.optional(manualRetentionDays()),
    tags: z.optional(tagRecord()),
  }),
  output: redshiftClusterSnapshot(),
  request: ({ snapshotIdentifier, clusterIdentifier, manualSnapshotRetentionDays, tags }) => ({
    SnapshotIdentifier: snapshotIdentifier,
    ClusterIdentifier: clusterIdentifier,
    ManualSnapshotRetentionPeriod: manualSnapshotRetentionDays,
    Tags: tags && toTagList(tags),
  }),
  select: ({ Snapshot }) => Snapshot,
  creates: ({ snapshotIdentifier }) => [snapshotIdentifier],
  uses: [describeRedshiftClusterSnapshot],
  wait: ({ snapshotIdentifier }, options) =>
    waitForRedshiftClusterSnapshot({ snapshotIdentifier, state: 'available' }, options),
}));
