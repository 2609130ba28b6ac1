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
  /** What the new instance is called: 1–63 letters, digits and single hyphens, a letter first. */
  readonly targetDbInstanceIdentifier: string;
  /** The instance whose backups are read, which need not be well. One source of these three. */
  readonly sourceDbInstanceIdentifier?: string | undefined;
  /** Its `dbiResourceId`, also when it is deleted and its backups are kept. */
  readonly sourceDbiResourceId?: string | undefined;
  /** The ARN of its backups, also of those that are copied from another region. */
  readonly sourceDbInstanceAutomatedBackupsArn?: string | undefined;
  /** The time to go back to, to the second: within its backups, and at most its `latestRestorableTime`. */
  readonly restoreTime?: Date | undefined;
  /** `true`, instead of a `restoreTime`: as late as can be, which is about 5 minutes ago. */
  readonly useLatestRestorableTime?: boolean | undefined;
  /** Up to where RDS lets the storage grow by itself. Default: not at all. */
  readonly maxAllocatedStorageGiB?: number | undefined;
}

const sources = ['sourceDbInstanceIdentifier', 'sourceDbiResourceId', 'sourceDbInstanceAutomatedBackupsArn'] as const;

/**
 * Makes a DB instance as another one was at some time, from its automated backups: private, unless you say otherwise, and encrypted as the
 * source is, which stays as it is. Its master user has the password of that time, until `modifyDbInstance` lets AWS manage it. Parameter
 * group and security groups are the default ones, not those of the source: say which. With `wait: true` it resolves when it can be used.
 * AWS bills it until it is deleted.
 *
 * @example
 * const restoreTime = new Date('2026-11-26T09:30:00Z');
 * await restoreDbInstanceToTime({ sourceDbInstanceIdentifier: 'orders', targetDbInstanceIdentifier: 'orders-2', restoreTime }, { wait: true });
 * @throws {NotFoundError} there is no such DB instance, backup, subnet group or parameter group.
 * @throws {AlreadyExistsError} there is a DB instance of that name in this region.
 * @throws {ConflictError} backups of the source are off, or its state does not allow it.
 * @throws {QuotaExceededError} the account has as many instances, or as much storage, as it may have.
 * @throws {CapacityError} AWS has no such instance free now.
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
      error: `one of ${sources.slice(0, -1).join(', ')} and ${sources.at(-1)}`,
    }),
    z.refine((given) => (given.restoreTime === undefined) === (given.useLatestRestorableTime === true), {
      error: 'either a restoreTime or useLatestRestorableTime',
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

/** Here RDS's codes are about two instances. */
const restoreErrors: ErrorTable = {
  DBInstanceAlreadyExists: alreadyExists({ resource: 'DB instance', member: 'targetDbInstanceIdentifier' }),
  DBInstanceNotFound: notFound({ resource: 'DB instance', member: 'sourceDbInstanceIdentifier' }),
  InvalidDBInstanceState: conflict({ resource: 'DB instance', member: 'sourceDbInstanceIdentifier' }),
  PointInTimeRestoreNotEnabled: conflict({
    resource: 'DB instance',
    member: 'sourceDbInstanceIdentifier',
    remedy: 'Its backups are off: it has no time to go back to.',
  }),
};
