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
  /** e.g. `orders`. */
  readonly dbInstanceIdentifier: string;
  /** `true`: it goes without a last snapshot. Needed for read replicas and what has failed. Default `false`. */
  readonly skipFinalSnapshot?: boolean | undefined;
  /** What the last snapshot is called. Default `<id>-final-<yyyymmddhhmmss>`, in UTC. */
  readonly finalDbSnapshotIdentifier?: string | undefined;
  /** `false`: the automated backups stay for the days that they are kept. Default `true`. */
  readonly deleteAutomatedBackups?: boolean | undefined;
}

/** What is being deleted, or is gone. */
export interface DeletedDbInstance {
  readonly dbInstanceIdentifier: string;
  /** Absent where there is none. */
  readonly finalDbSnapshotIdentifier?: string | undefined;
}

/**
 * Deletes a DB instance with its automated backups; a last snapshot is taken before, and stays until it is deleted. With `wait: true` it
 * resolves when the instance is gone, which a last snapshot makes longer by minutes or more.
 *
 * @example
 * const { finalDbSnapshotIdentifier } = await deleteDbInstance('orders');
 * @throws {NotFoundError} there is no such DB instance in this region.
 * @throws {ConflictError} it is being deleted already, is protected from deletion, or its state does not allow a last snapshot.
 * @throws {AlreadyExistsError} there is a snapshot of the name that the last one shall have.
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
      error: 'either skipFinalSnapshot or a finalDbSnapshotIdentifier',
    }),
  ),
  uses: [requestDeletion, waitForDbInstance],
  run: async ({ skipFinalSnapshot = false, finalDbSnapshotIdentifier, ...given }, options) => {
    checkAwsMembers('deleteDbInstance', DeleteDBInstanceCommand, given.aws);
    const { dbInstanceIdentifier } = given;
    const last = skipFinalSnapshot
      ? undefined
      : (finalDbSnapshotIdentifier ?? finalName(dbInstanceIdentifier, sessionTime(options)));
    await requestDeletion({ ...given, skipFinalSnapshot, finalDbSnapshotIdentifier: last }, options);
    return { dbInstanceIdentifier, ...(last !== undefined && { finalDbSnapshotIdentifier: last }) };
  },
  wait: async (deleted, options) => {
    const { dbInstanceIdentifier } = deleted;
    await waitForDbInstance({ dbInstanceIdentifier, state: 'deleted' }, options);
    return deleted;
  },
}));

const finalName = (id: string, now: Date): string => `${id}-final-${now.toISOString().replace(/\D/g, '').slice(0, 14)}`;
