import { input, operation, type WaitableOperation, z } from '@arch/core/builder';
import { rds } from '@arch/services/rds';
import { ModifyDBInstanceCommand } from '@aws-sdk/client-rds';

import { managedPasswordPermissions } from '../../master-user-password.js';
import { dbInstance, type DbInstance, waitForDbInstance } from '../index.js';
import { modifyDbInstanceFields, type ModifyDbInstanceInput } from './modify-db-instance-input.js';

/** AWS's responses to modifications with `applyImmediately`. A wait receives only the response, which does not contain this member. */
const appliedAtOnce = new WeakSet<object>();

const hasOnePassword = ({
  masterUserPassword,
  manageMasterUserPassword,
  rotateMasterUserPassword,
}: ModifyDbInstanceInput): boolean =>
  (masterUserPassword === undefined || (manageMasterUserPassword !== true && rotateMasterUserPassword !== true)) &&
  (manageMasterUserPassword !== false || masterUserPassword !== undefined);

/** `applyImmediately` alone is a change: it applies pending changes. */
const changesSomething = ({
  dbInstanceIdentifier: _which,
  applyImmediately,
  ...changes
}: ModifyDbInstanceInput): boolean =>
  applyImmediately === true || Object.values(changes).some((change) => change !== undefined);

/**
 * Changes a DB instance. Changes that interrupt it are pending until its maintenance window, unless `applyImmediately` is `true`.
 * `applyImmediately: true` without other members applies pending changes. With `wait: true` the call resolves when the DB instance can be used
 * and, with `applyImmediately`, no change is pending.
 *
 * @example
 * await modifyDbInstance({ dbInstanceIdentifier: 'orders', dbInstanceClass: 'db.m7g.large', applyImmediately: true }, { wait: true });
 * @throws {NotFoundError} there is no such DB instance, security group or parameter group.
 * @throws {ConflictError} the state of the DB instance does not allow the change.
 * @throws {QuotaExceededError} the account has reached its quota of storage.
 * @throws {CapacityError} AWS does not have enough capacity for the new instance class now.
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBInstance.html
 */
export const modifyDbInstance: WaitableOperation<
  ModifyDbInstanceInput,
  DbInstance,
  DbInstance,
  {
    on: 'dbInstanceIdentifier' | 'dbParameterGroupName' | 'dbSubnetGroupName' | 'optionGroupName';
    with: 'rotateMasterUserPassword';
  }
> = operation(() => ({
  name: 'modifyDbInstance',
  service: rds,
  command: ModifyDBInstanceCommand,
  permissions: [
    { action: 'rds:ModifyDBInstance', resources: ['db', 'og', 'pg', 'secgrp', 'subgrp'] },
    ...managedPasswordPermissions(),
    {
      action: 'secretsmanager:RotateSecret',
      resources: ['arn:aws:secretsmanager:*:*:secret:rds!*'],
      with: 'rotateMasterUserPassword',
    },
  ],
  key: 'dbInstanceIdentifier',
  input: input<ModifyDbInstanceInput>(modifyDbInstanceFields()).check(
    z.refine(changesSomething, {
      error: 'at least one member to change, or applyImmediately for pending changes',
    }),
    z.refine((change) => change.rotateMasterUserPassword !== true || change.applyImmediately === true, {
      error: 'rotateMasterUserPassword only with applyImmediately',
    }),
    z.refine(({ storageType = 'gp3', storageThroughputMiBps: rate }) => rate === undefined || storageType === 'gp3', {
      error: 'storageThroughputMiBps only with storageType gp3',
    }),
    z.refine(hasOnePassword, {
      error:
        'either masterUserPassword, with manageMasterUserPassword: false if AWS manages the current password, or manageMasterUserPassword: true',
    }),
  ),
  output: dbInstance(),
  request: (change) => ({
    DBInstanceIdentifier: change.dbInstanceIdentifier,
    AllocatedStorage: change.allocatedStorageGiB,
    MaxAllocatedStorage: change.maxAllocatedStorageGiB,
    StorageThroughput: change.storageThroughputMiBps,
    BackupRetentionPeriod: change.backupRetentionDays,
    DBPortNumber: change.port,
  }),
  select: ({ DBInstance }, { applyImmediately }) => {
    if (DBInstance && applyImmediately) appliedAtOnce.add(DBInstance);
    return DBInstance;
  },
  uses: [waitForDbInstance],
  wait: async ({ dbInstanceIdentifier, aws }, options) => {
    const goal = { state: 'available', nothingPending: appliedAtOnce.has(aws) } as const;
    return waitForDbInstance({ dbInstanceIdentifier, ...goal }, options);
  },
}));
