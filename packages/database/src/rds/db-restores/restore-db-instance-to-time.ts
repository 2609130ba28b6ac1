import {
  alreadyExists,
  arn,
  conflict,
  type ErrorTable,
  input,
  notFound,
  operation,
  text,
  type WaitableOperation,
  z,
} from '@arch/core/builder';
import { dbInstanceName, rds } from '@arch/services/rds';
import { RestoreDBInstanceToPointInTimeCommand } from '@aws-sdk/client-rds';

import { oneZone } from '../db-instance-settings.js';
import { mostStorageGiB } from '../db-storage.js';
import { dbInstanceChange, type DbInstance, type DbInstanceChange, waitForDbInstance } from '../db-instances/index.js';
import { restoreRequest, type RestoreSettings, restoreSettingsFields } from './restore-settings.js';

export interface RestoreDbInstanceToTimeInput extends RestoreSettings {
  /** The name of the new DB instance: 1–63 letters, digits and single hyphens, beginning with a letter. */
  readonly targetDbInstanceIdentifier: string;
  /** The name of the source DB instance, which may have failed. Exactly one of the three source members is required. */
  readonly sourceDbInstanceIdentifier?: string | undefined;
  /** The `dbiResourceId` of the source, which may be deleted if its automated backups are kept. */
  readonly sourceDbiResourceId?: string | undefined;
  /** The ARN of the automated backups, also of backups that are replicated from another region. */
  readonly sourceDbInstanceAutomatedBackupsArn?: string | undefined;
  /** The time to restore to, in seconds: within the retention of the backups, and not after `latestRestorableTime`. */
  readonly restoreTime?: Date | undefined;
  /** `true` restores to the latest possible time, about 5 minutes ago. Provide either `restoreTime` or this member. */
  readonly useLatestRestorableTime?: boolean | undefined;
  /** The size in GiB up to which RDS increases the storage automatically. Default: no automatic increase. */
  readonly maxAllocatedStorageGiB?: number | undefined;
}

const sources = ['sourceDbInstanceIdentifier', 'sourceDbiResourceId', 'sourceDbInstanceAutomatedBackupsArn'] as const;

/**
 * Restores a DB instance to a time, from its automated backups, as a new DB instance. The source is not changed. The new DB instance is private
 * by default, and encrypted if the source is. Its master user has the password of that time; `modifyDbInstance` can let AWS manage it. It gets
 * the default parameter group and security groups, not those of the source, unless you pass them. With `wait: true` the call resolves when the
 * DB instance can be used. AWS bills it until you delete it.
 *
 * @example
 * const restoreTime = new Date('2026-11-26T09:30:00Z');
 * await restoreDbInstanceToTime({ sourceDbInstanceIdentifier: 'orders', targetDbInstanceIdentifier: 'orders-2', restoreTime }, { wait: true });
 * @throws {NotFoundError} there is no such DB instance, backup, subnet group or parameter group.
 * @throws {AlreadyExistsError} there is already a DB instance with this name in this region.
 * @throws {ConflictError} automated backups of the source are disabled, or its state does not allow a restore.
 * @throws {QuotaExceededError} the account has reached its quota of DB instances or of storage.
 * @throws {CapacityError} AWS does not have enough capacity for the instance class now.
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RestoreDBInstanceToPointInTime.html
 */
export const restoreDbInstanceToTime: WaitableOperation<
  RestoreDbInstanceToTimeInput,
  DbInstanceChange,
  DbInstance,
  { on: 'dbInstanceIdentifier' | 'dbParameterGroupName' | 'dbSubnetGroupName' | 'optionGroupName'; with: 'tags' }
> = operation(() => ({
  name: 'restoreDbInstanceToTime',
  service: rds,
  command: RestoreDBInstanceToPointInTimeCommand,
  repeatable: 'refused',
  permissions: [
    { action: 'rds:RestoreDBInstanceToPointInTime', resources: ['auto-backup', 'db', 'og', 'pg', 'subgrp'] },
    { action: 'rds:AddTagsToResource', resources: ['db'], with: 'tags' },
  ],
  input: input<RestoreDbInstanceToTimeInput>({
    ...restoreSettingsFields(),
    targetDbInstanceIdentifier: dbInstanceName(),
    sourceDbInstanceIdentifier: z.optional(dbInstanceName()),
    sourceDbiResourceId: z.optional(text(1, 255)),
    sourceDbInstanceAutomatedBackupsArn: z.optional(arn('rds')),
    restoreTime: z.optional(z.date()),
    useLatestRestorableTime: z.optional(z.boolean()),
    maxAllocatedStorageGiB: z.optional(mostStorageGiB()),
  }).check(
    oneZone(),
    z.refine((given) => sources.filter((name) => given[name] !== undefined).length === 1, {
      error: `exactly one of ${sources.slice(0, -1).join(', ')} and ${sources.at(-1)}`,
    }),
    z.refine((given) => (given.restoreTime === undefined) === (given.useLatestRestorableTime === true), {
      error: 'either restoreTime or useLatestRestorableTime',
    }),
  ),
  output: dbInstanceChange(),
  request: (settings) => ({
    TargetDBInstanceIdentifier: settings.targetDbInstanceIdentifier,
    MaxAllocatedStorage: settings.maxAllocatedStorageGiB,
    ...restoreRequest(settings),
  }),
  select: ({ DBInstance }) => DBInstance,
  creates: ({ dbInstanceIdentifier }) => [dbInstanceIdentifier],
  errors: restoreErrors,
  uses: [waitForDbInstance],
  wait: ({ dbInstanceIdentifier }, options) => waitForDbInstance({ dbInstanceIdentifier, state: 'available' }, options),
}));

/** The meaning of RDS's codes for a restore, which is about two DB instances. */
const restoreErrors: ErrorTable = {
  DBInstanceAlreadyExists: alreadyExists({ resource: 'DB instance', member: 'targetDbInstanceIdentifier' }),
  DBInstanceNotFound: notFound({ resource: 'DB instance', member: 'sourceDbInstanceIdentifier' }),
  InvalidDBInstanceState: conflict({ resource: 'DB instance', member: 'sourceDbInstanceIdentifier' }),
  PointInTimeRestoreNotEnabled: conflict({
    resource: 'DB instance',
    member: 'sourceDbInstanceIdentifier',
    remedy: 'Its automated backups are disabled, so it cannot be restored to a time.',
  }),
};
