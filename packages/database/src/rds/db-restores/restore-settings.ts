import { type AwsInput, type input, text, z } from '@arch/core/builder';
import { instanceClass, retentionDays } from '@arch/services/rds';

import type { DbEngine } from '../db-engines.js';
import { type DbInstanceSettings, dbInstanceSettingsFields, settingsRequest } from '../db-instance-settings.js';
import { changedIops, type DbStorageType, storageGiB, storageType } from '../db-storage.js';

/** The settings of a restored DB instance. */
export interface RestoreSettings extends DbInstanceSettings, AwsInput {
  /** The instance class. Default that AWS applies: the class of the original DB instance. */
  readonly dbInstanceClass?: string | undefined;
  /** The size of the storage in GiB, at least the size in the backup, which is the default. Not for SQL Server. */
  readonly allocatedStorageGiB?: number | undefined;
  /** The storage type. Default that AWS applies: `gp3`, or `io1` with `iops`. */
  readonly storageType?: DbStorageType | undefined;
  /** I/O operations per second, 1,000–256,000. 0 ends provisioned IOPS. Default that AWS applies: the value in the backup. */
  readonly iops?: number | undefined;
  /** Another database engine that can read the backup. Default that AWS applies: the same engine. */
  readonly engine?: DbEngine | undefined;
  /** The license model. Default that AWS applies: the same license model. */
  readonly licenseModel?: string | undefined;
  /** The new name of the database. Only for Oracle and SQL Server. */
  readonly dbName?: string | undefined;
  /** The number of days for which automated backups are kept, 0–35; 0 disables them. Default that AWS applies: the value in the backup. */
  readonly backupRetentionDays?: number | undefined;
}

/** Checks the members of {@link RestoreSettings}. */
export const restoreSettingsFields = (): Parameters<typeof input<RestoreSettings>>[0] => ({
  ...dbInstanceSettingsFields(),
  dbInstanceClass: z.optional(instanceClass()),
  allocatedStorageGiB: z.optional(storageGiB()),
  storageType: z.optional(storageType()),
  iops: z.optional(changedIops()),
  engine: z.optional(text(1, 64)),
  licenseModel: z.optional(text(1, 64)),
  dbName: z.optional(text(1, 64)),
  backupRetentionDays: z.optional(retentionDays()),
});

type RestoreRequest = ReturnType<typeof settingsRequest> & {
  readonly AllocatedStorage: number | undefined;
  readonly BackupRetentionPeriod: number | undefined;
};

/** Returns the settings that have another name, form or default in the request. */
export const restoreRequest = (settings: RestoreSettings): RestoreRequest => ({
  ...settingsRequest(settings),
  AllocatedStorage: settings.allocatedStorageGiB,
  BackupRetentionPeriod: settings.backupRetentionDays,
});
