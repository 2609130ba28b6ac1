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
  /** 1–255 letters, digits and single hyphens, a letter first; once in the account, not in each cluster. */
  readonly snapshotIdentifier: string;
  /** The cluster, e.g. `reports`; it has to be available. */
  readonly clusterIdentifier: string;
  /** 1–3,653, or -1 for no limit. Default: what is set for the cluster, which is for ever unless you said otherwise. */
  readonly manualSnapshotRetentionDays?: number | undefined;
  readonly tags?: Tags | undefined;
}

/**
 * Takes a snapshot of a Redshift cluster. With `wait: true` it resolves when the snapshot can be restored; progress tells the percentage. It
 * stays, and is billed, until it is deleted or its days are over, also when its cluster is gone. A retry never takes a second one: the name
 * is taken then.
 *
 * @example
 * await createRedshiftClusterSnapshot({ snapshotIdentifier: 'before-upgrade', clusterIdentifier: 'reports' }, { wait: true });
 * @throws {NotFoundError} there is no such cluster in this region.
 * @throws {AlreadyExistsError} there is a snapshot of that name.
 * @throws {ConflictError} the cluster is not available.
 * @throws {QuotaExceededError} the account has as many snapshots as it may have.
 * @throws {WaitError} the snapshot has failed or was cancelled.
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
