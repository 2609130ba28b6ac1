import { type AwsInput, input, noOutput, operation, type Operation } from '@arch/core/builder';
import { ownDbSnapshotName, rds } from '@arch/services/rds';
import { DeleteDBSnapshotCommand } from '@aws-sdk/client-rds';

export interface DeleteDbSnapshotInput extends AwsInput {
  /** e.g. `before-upgrade`. */
  readonly dbSnapshotIdentifier: string;
}

/**
 * Deletes a DB snapshot that was taken by hand or with a deletion. Automated ones go with their instance or after their days.
 *
 * @example
 * await deleteDbSnapshot('before-upgrade');
 * @throws {NotFoundError} there is no such snapshot in this region.
 * @throws {ConflictError} it is not available, or is being copied.
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
