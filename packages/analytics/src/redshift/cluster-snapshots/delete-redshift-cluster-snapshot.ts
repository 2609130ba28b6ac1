import { type AwsInput, input, noOutput, operation, type Operation, z } from '@arch/core/builder';
import { clusterName, newSnapshotName, redshift } from '@arch/services/redshift';
import { DeleteClusterSnapshotCommand } from '@aws-sdk/client-redshift';

export interface DeleteRedshiftClusterSnapshotInput extends AwsInput {
  /** e.g. `before-upgrade`. */
  readonly snapshotIdentifier: string;
  /** The cluster that it was taken of; needed where the caller's policies name clusters. */
  readonly snapshotClusterIdentifier?: string | undefined;
}

/**
 * Deletes a snapshot that was taken by hand or with a deletion. Automated ones go with their cluster or after their days.
 *
 * @example
 * await deleteRedshiftClusterSnapshot('before-upgrade');
 * @throws {NotFoundError} there is no such snapshot in this region.
 * @throws {ConflictError} it is not available, is shared, or a cluster is being restored from it.
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
