import { type AwsInput, input, noOutput, operation, type Operation } from '@arch/core/builder';
import { ownDbSnapshotName, rds } from '@arch/services/rds';
import { DeleteDBSnapshotCommand } from '@aws-sdk/client-rds';

export interface DeleteDbSnapshotInput extends AwsInput {
  /** The name of the snapshot, e.g. `before-upgrade`. */
  readonly dbSnapshotIdentifier: string;
}

/**
 * Deletes a manual or final DB snapshot. RDS deletes automated snapshots with their DB instance or at the end of their retention.
 *
 * @example
 * await deleteDbSnapshot('before-upgrade');
 * @throws {NotFoundError} there is no such snapshot in this region.
 * @throws {ConflictError} the snapshot is not available, or a copy of it is in progress.
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DeleteDBSnapshot.html
 */
export const deleteDbSnapshot: Operation<string | DeleteDbSnapshotInput, void, { on: 'dbSnapshotIdentifier' }> =
  operation(() => ({
    name: 'deleteDbSnapshot',
    service: rds,
    command: DeleteDBSnapshotCommand,
    permissions: [{ action: 'rds:DeleteDBSnapshot', resources: ['snapshot'] }],
    key: 'dbSnapshotIdentifier',
    input: input<DeleteDbSnapshotInput>({ dbSnapshotIdentifier: ownDbSnapshotName() }),
    output: noOutput(),
    deletes: true,
  }));
