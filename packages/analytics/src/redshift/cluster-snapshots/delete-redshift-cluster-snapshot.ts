import { type AwsInput, input, noOutput, operation, type Operation, z } from '@arch/core/builder';
import { clusterName, newSnapshotName, redshift } from '@arch/services/redshift';
import { DeleteClusterSnapshotCommand } from '@aws-sdk/client-redshift';

export interface DeleteRedshiftClusterSnapshotInput extends AwsInput {
  /** Identifier of the snapshot, e.g. `before-upgrade`. */
  readonly snapshotIdentifier: string;
  /** Identifier of the snapshot's cluster. Required if the caller's IAM policies are limited to clusters. */
  readonly snapshotClusterIdentifier?: string | undefined;
}

/**
 * Deletes a manual or final snapshot. AWS deletes automated snapshots after their retention period, or with their cluster.
 *
 * @example
 * await deleteRedshiftClusterSnapshot('before-upgrade');
 * @throws {NotFoundError} there is no such snapshot in this region.
 * @throws {ConflictError} the snapshot is not available or is shared, or a cluster is being restored from it.
 * @see https://docs.aws.amazon.com/redshift/latest/APIReference/API_DeleteClusterSnapshot.html
 */
export const deleteRedshiftClusterSnapshot: Operation<
  string | DeleteRedshiftClusterSnapshotInput,
  void,
  { on: 'clusterIdentifier' | 'snapshotIdentifier' }
> = operation(() => ({
  name: 'deleteRedshiftClusterSnapshot',
  service: redshift,
  command: DeleteClusterSnapshotCommand,
  permissions: [{ action: 'redshift:DeleteClusterSnapshot', resources: ['cluster', 'snapshot'] }],
  key: 'snapshotIdentifier',
  input: input<DeleteRedshiftClusterSnapshotInput>({
    snapshotIdentifier: newSnapshotName(),
    snapshotClusterIdentifier: z.optional(clusterName()),
  }),
  output: noOutput(),
  deletes: true,
}));
