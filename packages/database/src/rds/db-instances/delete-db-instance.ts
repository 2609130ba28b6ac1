import {
  type AwsInput,
  checkAwsMembers,
  input,
  sessionTime,
  task,
  type WaitableOperation,
  z,
} from '@arch/core/builder';
import { dbInstanceName, ownDbSnapshotName } from '@arch/services/rds';
import { DeleteDBInstanceCommand } from '@aws-sdk/client-rds';

import { requestDeletion } from './request-deletion.js';
import { waitForDbInstance } from './wait-for-db-instance.js';

export interface DeleteDbInstanceInput extends AwsInput {
  /** The name of the DB instance, e.g. `orders`. */
  readonly dbInstanceIdentifier: string;
  /** `true` deletes without a final snapshot. Required for read replicas and failed DB instances. Default: `false`. */
  readonly skipFinalSnapshot?: boolean | undefined;
  /** The name of the final snapshot. Default: `<name>-final-<yyyymmddhhmmss>`, in UTC. */
  readonly finalDbSnapshotIdentifier?: string | undefined;
  /** Whether AWS deletes the automated backups too. `false` keeps them until their retention ends. Default that AWS applies: `true`. */
  readonly deleteAutomatedBackups?: boolean | undefined;
}

/** A deleted DB instance, or one that AWS is deleting. */
export interface DeletedDbInstance {
  /** The name of the DB instance. */
  readonly dbInstanceIdentifier: string;
  /** The name of the final snapshot. Absent with `skipFinalSnapshot`. */
  readonly finalDbSnapshotIdentifier?: string | undefined;
}

/**
 * Deletes a DB instance and its automated backups. Before the deletion, AWS creates a final snapshot, which it bills until you delete the
 * snapshot. With `wait: true` the call resolves when the DB instance no longer exists; a final snapshot can add minutes or more.
 *
 * @example
 * const { finalDbSnapshotIdentifier } = await deleteDbInstance('orders');
 * @throws {NotFoundError} there is no such DB instance in this region.
 * @throws {ConflictError} a deletion is in progress, deletion protection is enabled, or the state does not allow a final snapshot.
 * @throws {AlreadyExistsError} there is already a snapshot with the name of the final snapshot.
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DeleteDBInstance.html
 */
export const deleteDbInstance: WaitableOperation<
  string | DeleteDbInstanceInput,
  DeletedDbInstance,
  DeletedDbInstance,
  { on: 'dbInstanceIdentifier' | 'dbSnapshotIdentifier' }
> = task(() => ({
  name: 'deleteDbInstance',
  key: 'dbInstanceIdentifier',
  input: input<DeleteDbInstanceInput>({
    dbInstanceIdentifier: dbInstanceName(),
    skipFinalSnapshot: z.optional(z.boolean()),
    finalDbSnapshotIdentifier: z.optional(ownDbSnapshotName()),
    deleteAutomatedBackups: z.optional(z.boolean()),
  }).check(
    z.refine((value) => value.skipFinalSnapshot !== true || value.finalDbSnapshotIdentifier === undefined, {
      error: 'either skipFinalSnapshot or finalDbSnapshotIdentifier',
    }),
  ),
  uses: [requestDeletion, waitForDbInstance],
  run: async ({ skipFinalSnapshot = false, finalDbSnapshotIdentifier, ...given }, options) => {
    checkAwsMembers('deleteDbInstance', DeleteDBInstanceCommand, given.aws);
    const { dbInstanceIdentifier } = given;
    const snapshot = skipFinalSnapshot
      ? undefined
      : (finalDbSnapshotIdentifier ?? finalName(dbInstanceIdentifier, sessionTime(options)));
    await requestDeletion({ ...given, skipFinalSnapshot, finalDbSnapshotIdentifier: snapshot }, options);
    return { dbInstanceIdentifier, ...(snapshot !== undefined && { finalDbSnapshotIdentifier: snapshot }) };
  },
  wait: async (deleted, options) => {
    const { dbInstanceIdentifier } = deleted;
    await waitForDbInstance({ dbInstanceIdentifier, state: 'deleted' }, options);
    return deleted;
  },
}));

const finalName = (id: string, now: Date): string => `${id}-final-${now.toISOString().replace(/\D/g, '').slice(0, 14)}`;
