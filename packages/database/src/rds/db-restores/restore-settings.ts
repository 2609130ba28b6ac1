import { type AwsInput, type input, text, z } from '@arch/core/builder';
import { instanceClass, retentionDays } from '@arch/services/rds';

import type { DbEngine } from '../db-engines.js';
import { type DbInstanceSettings, dbInstanceSettingsFields, settingsRequest } from '../db-instance-settings.js';
import { changedIops, type DbStorageType, storageGiB, storageType } from '../db-storage.js';

/** What is said of a DB instance that is made from a backup. */
export interface RestoreSettings extends DbInstanceSettings, AwsInput {
  /** Default: that of the instance that was backed up. */
  readonly dbInstanceClass?: string | undefined;
  /** At least what was backed up, which is the default; not for SQL Server. */
  readonly allocatedStorageGiB?: number | undefined;
  /** Default `gp3`, or `io1` with `iops`. */
  readonly storageType?: DbStorageType | undefined;
  /** 1,000–256,000; 0 gives provisioned IOPS up. Default: as backed up. */
  readonly iops?: number | undefined;
  /** Another engine that can read the backup. Default: the same. */
  readonly engine?: DbEngine | undefined;
  /** Default: the same. */
  readonly licenseModel?: string | undefined;
  /** Another name of the database, for Oracle and SQL Server. */
  readonly dbName?: string | undefined;
  /** 0–35; 0 turns backups off. Default: as of the instance that was backed up. */
  readonly backupRetentionDays?: number | undefined;
}

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

/** The settings that RDS calls or shapes otherwise, and what is safer than its defaults. */
export const restoreRequest = (settings: RestoreSettings): RestoreRequest => ({
  ...settingsRequest(settings),
  AllocatedStorage: settings.allocatedStorageGiB,
  BackupRetentionPeriod: settings.backupRetentionDays,
});
