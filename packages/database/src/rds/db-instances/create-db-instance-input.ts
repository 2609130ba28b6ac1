import { type AwsInput, type input, text, z } from '@arch/core/builder';
import { dbInstanceName, instanceClass, retentionDays } from '@arch/services/rds';

import { type DbEngine, dbEngines } from '../db-engines.js';
import { type DbInstanceSettings, dbInstanceSettingsFields } from '../db-instance-settings.js';
import { type DbStorageType, mostStorageGiB, provisionedIops, storageGiB, storageType } from '../db-storage.js';
import { masterUserPassword } from '../master-user-password.js';

export interface CreateDbInstanceInput extends DbInstanceSettings, AwsInput {
  /** 1–63 letters, digits and single hyphens, a letter first. RDS writes it in lower case. */
  readonly dbInstanceIdentifier: string;
  readonly engine: DbEngine;
  /** e.g. `db.t4g.micro`. */
  readonly dbInstanceClass: string;
  /** 20–65,536 (16,384 for SQL Server); from 100 for `io1` and `io2`. */
  readonly allocatedStorageGiB: number;
  /** Up to where RDS lets the storage grow by itself. Default: not at all. */
  readonly maxAllocatedStorageGiB?: number | undefined;
  /** Default `gp3`. */
  readonly storageType?: DbStorageType | undefined;
  /** 1,000–256,000; needed for `io1` and `io2`. Default for `gp3`: what its size includes. */
  readonly iops?: number | undefined;
  /** e.g. `17.5`. Default: AWS's choice of the day. */
  readonly engineVersion?: string | undefined;
  /**
   * Oracle Enterprise Edition: `bring-your-own-license`; Oracle Standard Edition 2: that or `license-included`; SQL Server:
   * `license-included`, or `bring-your-own-media`; PostgreSQL, MySQL and MariaDB have one each. Default: AWS's for the engine.
   */
  readonly licenseModel?: string | undefined;
  /** A database to begin with, not for SQL Server. Default for Oracle `ORCL`; PostgreSQL always has `postgres`. */
  readonly dbName?: string | undefined;
  /** Default `postgres` for PostgreSQL, `admin` for the others. */
  readonly masterUsername?: string | undefined;
  /** At least 8 characters without `/`, `"`, `@` and spaces. Default: AWS makes one, keeps it in Secrets Manager and changes it every week. */
  readonly masterUserPassword?: string | undefined;
  /** 0–35; 0 turns backups off. Default 7. AWS's default is 1. */
  readonly backupRetentionDays?: number | undefined;
  /** Default `true`. It cannot be changed afterwards. */
  readonly storageEncrypted?: boolean | undefined;
  /** ID, alias or ARN. Default: the account's key for RDS. */
  readonly kmsKeyId?: string | undefined;
}

/** Letters, digits and underscores, a letter first; how many is a matter of the engine. */
const word = (most: number): z.ZodMiniType<string> =>
  z.string().check(z.maxLength(most), z.regex(/^[A-Za-z]\w*$/, 'letters, digits and underscores, a letter first'));

export const createDbInstanceFields = (): Parameters<typeof input<CreateDbInstanceInput>>[0] => ({
  ...dbInstanceSettingsFields(),
  dbInstanceIdentifier: dbInstanceName(),
  engine: z.string({ error: () => `${dbEngines.join(', ')}, …` }).check(z.minLength(1), z.maxLength(64)),
  dbInstanceClass: instanceClass(),
  allocatedStorageGiB: storageGiB(),
  maxAllocatedStorageGiB: z.optional(mostStorageGiB()),
  storageType: z.optional(storageType()),
  iops: z.optional(provisionedIops()),
  engineVersion: z.optional(text(1, 64)),
  licenseModel: z.optional(text(1, 64)),
  dbName: z.optional(word(64)),
  masterUsername: z.optional(word(128)),
  masterUserPassword: z.optional(masterUserPassword()),
  backupRetentionDays: z.optional(retentionDays()),
  storageEncrypted: z.optional(z.boolean()),
  kmsKeyId: z.optional(text(1, 2_048)),
});
