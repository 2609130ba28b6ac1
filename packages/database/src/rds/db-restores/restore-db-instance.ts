import { input, operation, type WaitableOperation } from '@arch/core/builder';
import { dbInstanceName, dbSnapshotName, rds } from '@arch/services/rds';
import { RestoreDBInstanceFromDBSnapshotCommand } from '@aws-sdk/client-rds';

import { oneZone } from '../db-instance-settings.js';
import { dbInstanceChange, type DbInstance, type DbInstanceChange, waitForDbInstance } from '../db-instances/index.js';
import { restoreRequest, type RestoreSettings, restoreSettingsFields } from './restore-settings.js';

export interface RestoreDbInstanceInput extends RestoreSettings {
  /** What the new instance is called: 1–63 letters, digits and single hyphens, a letter first. */
  readonly dbInstanceIdentifier: string;
  /** e.g. `before-upgrade`, `rds:orders-2026-11-01-03-12`, or the ARN of one that another account shares. */
  readonly dbSnapshotIdentifier: string;
}

/**
 * Makes a DB instance from a snapshot: private, unless you say otherwise, and encrypted as the snapshot is. Its master user has the password
 * of the snapshot's time, until `modifyDbInstance` lets AWS manage it. Parameter group and security groups are the default ones, not those
 * of the instance that was backed up: say which. With `wait: true` it resolves when it can be used; what is read for the first time is
 * still slow then. AWS bills it until it is deleted.
 *
 * @example
 * const { endpoint } = await restoreDbInstance({ dbInstanceIdentifier: 'orders-2', dbSnapshotIdentifier: 'before-upgrade' }, { wait: true });
 * @throws {NotFoundError} there is no such snapshot, subnet group or parameter group.
 * @throws {AlreadyExistsError} there is a DB instance of that name in this region.
 * @throws {ConflictError} the snapshot is not available.
 * @throws {InvalidRequestError} the snapshot cannot be restored with these settings.
 * @throws {QuotaExceededError} the account has as many instances, or as much storage, as it may have.
 * @throws {CapacityError} AWS has no such instance free now.
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RestoreDBInstanceFromDBSnapshot.html
 */
export const restoreDbInstance: WaitableOperation<RestoreDbInstanceInput, DbInstanceChange, DbInstance> = operation(
  () => ({
    name: 'restoreDbInstance',
    service: rds,
    command: RestoreDBInstanceFromDBSnapshotCommand,
    repeatable: 'refused',
    permissions: [
      { action: 'rds:RestoreDBInstanceFromDBSnapshot', resources: ['db', 'og', 'pg', 'snapshot', 'subgrp'] },
      { action: 'rds:AddTagsToResource', resources: ['db'], when: 'tags are given' },
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
    wait: ({ dbInstanceIdentifier }, options) =>
      waitForDbInstance({ dbInstanceIdentifier, state: 'available' }, options),
  }),
);
