import { input, operation, type WaitableOperation } from '@arch/core/builder';
import { dbInstanceName, dbSnapshotName, rds } from '@arch/services/rds';
import { RestoreDBInstanceFromDBSnapshotCommand } from '@aws-sdk/client-rds';

import { oneZone } from '../db-instance-settings.js';
import { dbInstanceChange, type DbInstance, type DbInstanceChange, waitForDbInstance } from '../db-instances/index.js';
import { restoreRequest, type RestoreSettings, restoreSettingsFields } from './restore-settings.js';

export interface RestoreDbInstanceInput extends RestoreSettings {
  /** The name of the new DB instance: 1–63 letters, digits and single hyphens, beginning with a letter. */
  readonly dbInstanceIdentifier: string;
  /** The name of the snapshot, e.g. `before-upgrade` or `rds:orders-2026-11-01-03-12`, or the ARN of a snapshot that another account shares. */
  readonly dbSnapshotIdentifier: string;
}

/**
 * Restores a DB instance from a snapshot, as a new DB instance. It is private by default, and encrypted if the snapshot is. Its master user has
 * the password at the time of the snapshot; `modifyDbInstance` can let AWS manage it. It gets the default parameter group and security groups,
 * not those of the original DB instance, unless you pass them. With `wait: true` the call resolves when the DB instance can be used; the first
 * read of each block is still slow then. AWS bills it until you delete it.
 *
 * @example
 * const { endpoint } = await restoreDbInstance({ dbInstanceIdentifier: 'orders-2', dbSnapshotIdentifier: 'before-upgrade' }, { wait: true });
 * @throws {NotFoundError} there is no such snapshot, subnet group or parameter group.
 * @throws {AlreadyExistsError} there is already a DB instance with this name in this region.
 * @throws {ConflictError} the snapshot is not available.
 * @throws {InvalidRequestError} the snapshot cannot be restored with these settings.
 * @throws {QuotaExceededError} the account has reached its quota of DB instances or of storage.
 * @throws {CapacityError} AWS does not have enough capacity for the instance class now.
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RestoreDBInstanceFromDBSnapshot.html
 */
export const restoreDbInstance: WaitableOperation<
  RestoreDbInstanceInput,
  DbInstanceChange,
  DbInstance,
  {
    on:
      | 'dbInstanceIdentifier'
      | 'dbParameterGroupName'
      | 'dbSnapshotIdentifier'
      | 'dbSubnetGroupName'
      | 'optionGroupName';
    with: 'tags';
  }
> = operation(() => ({
  name: 'restoreDbInstance',
  service: rds,
  command: RestoreDBInstanceFromDBSnapshotCommand,
  repeatable: 'refused',
  permissions: [
    { action: 'rds:RestoreDBInstanceFromDBSnapshot', resources: ['db', 'og', 'pg', 'snapshot', 'subgrp'] },
    { action: 'rds:AddTagsToResource', resources: ['db'], with: 'tags' },
  ],
  input: input<RestoreDbInstanceInput>({
    ...restoreSettingsFields(),
    dbInstanceIdentifier: dbInstanceName(),
    dbSnapshotIdentifier: dbSnapshotName(),
  }).check(oneZone()),
  output: dbInstanceChange(),
  request: (settings) => ({ DBInstanceIdentifier: settings.dbInstanceIdentifier, ...restoreRequest(settings) }),
  select: ({ DBInstance }) => DBInstance,
  creates: ({ dbInstanceIdentifier }) => [dbInstanceIdentifier],
  uses: [waitForDbInstance],
  wait: ({ dbInstanceIdentifier }, options) => waitForDbInstance({ dbInstanceIdentifier, state: 'available' }, options),
}));
