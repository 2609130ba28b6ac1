import { input, operation, type WaitableOperation, z } from '@arch/core/builder';
import { rds } from '@arch/services/rds';
import { CreateDBInstanceCommand, type CreateDBInstanceCommandInput } from '@aws-sdk/client-rds';

import { oneZone, settingsRequest } from '../db-instance-settings.js';
import { keyPermissions } from '../key-permissions.js';
import { managedPasswordPermissions } from '../master-user-password.js';
import { createDbInstanceFields, type CreateDbInstanceInput } from './create-db-instance-input.js';
import { dbInstance, type DbInstance } from './db-instance.js';
import { engineChecks } from './engine-checks.js';
import { storageChecks } from './storage-checks.js';
import { waitForDbInstance } from './wait-for-db-instance.js';

/**
 * Creates a DB instance. By default it is private and encrypted, has automated backups for 7 days, and AWS manages the password. With
 * `wait: true` the call resolves when the DB instance can be used, which takes 5 to 30 minutes. AWS bills the DB instance until you delete it.
 * Not idempotent: a second call throws `AlreadyExistsError`.
 *
 * @example
 * await createDbInstance({ dbInstanceIdentifier: 'orders', engine: 'postgres', dbInstanceClass: 'db.t4g.micro', allocatedStorageGiB: 20 }, { wait: true });
 * @throws {AlreadyExistsError} there is already a DB instance with this name in this region.
 * @throws {NotFoundError} there is no such subnet group, security group or parameter group.
 * @throws {QuotaExceededError} the account has reached its quota of DB instances or of storage.
 * @throws {CapacityError} AWS does not have enough capacity for the instance class now.
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html
 */
export const createDbInstance: WaitableOperation<
  CreateDbInstanceInput,
  DbInstance,
  DbInstance,
  {
    on: 'dbInstanceIdentifier' | 'dbParameterGroupName' | 'dbSubnetGroupName' | 'kmsKeyId' | 'optionGroupName';
    with: 'kmsKeyId' | 'tags';
  }
> = operation(() => ({
  name: 'createDbInstance',
  service: rds,
  command: CreateDBInstanceCommand,
  repeatable: 'refused',
  permissions: [
    { action: 'rds:CreateDBInstance', resources: ['db', 'og', 'pg', 'secgrp', 'subgrp'] },
    { action: 'rds:AddTagsToResource', resources: ['db'], with: 'tags' },
    ...managedPasswordPermissions(),
    ...keyPermissions(),
  ],
  input: input<CreateDbInstanceInput>(createDbInstanceFields()).check(
    ...engineChecks(),
    ...storageChecks(),
    oneZone(),
    z.refine(({ kmsKeyId, storageEncrypted = true }) => storageEncrypted || kmsKeyId === undefined, {
      error: 'no kmsKeyId if storageEncrypted is false',
    }),
  ),
  output: dbInstance(),
  request: (settings) => ({ ...settingsRequest(settings), ...newInstanceRequest(settings) }),
  select: ({ DBInstance }) => DBInstance,
  creates: ({ dbInstanceIdentifier }) => [dbInstanceIdentifier],
  uses: [waitForDbInstance],
  wait: ({ dbInstanceIdentifier }, options) => waitForDbInstance({ dbInstanceIdentifier, state: 'available' }, options),
}));

const newInstanceRequest = ({
  dbInstanceIdentifier,
  dbInstanceClass,
  engine,
  allocatedStorageGiB,
  maxAllocatedStorageGiB,
  storageType = 'gp3',
  masterUsername = engine === 'postgres' ? 'postgres' : 'admin',
  masterUserPassword,
  backupRetentionDays = 7,
  storageEncrypted = true,
}: CreateDbInstanceInput): CreateDBInstanceCommandInput => ({
  DBInstanceIdentifier: dbInstanceIdentifier,
  DBInstanceClass: dbInstanceClass,
  Engine: engine,
  AllocatedStorage: allocatedStorageGiB,
  MaxAllocatedStorage: maxAllocatedStorageGiB,
  StorageType: storageType,
  MasterUsername: masterUsername,
  ...(masterUserPassword === undefined && { ManageMasterUserPassword: true }),
  BackupRetentionPeriod: backupRetentionDays,
  StorageEncrypted: storageEncrypted,
});
