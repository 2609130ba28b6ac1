import { type AwsInput, type input, text, z } from '@arch/core/builder';
import { dbInstanceName, instanceClass, retentionDays } from '@arch/services/rds';

import { type DbEngine, dbEngines } from '../db-engines.js';
import { type DbInstanceSettings, dbInstanceSettingsFields } from '../db-instance-settings.js';
import { type DbStorageType, mostStorageGiB, provisionedIops, storageGiB, storageType } from '../db-storage.js';
import { masterUserPassword } from '../master-user-password.js';

export interface CreateDbInstanceInput extends DbInstanceSettings, AwsInput {
  /** The name of the DB instance: 1–63 letters, digits and single hyphens, beginning with a letter. RDS stores it in lower case. */
  readonly dbInstanceIdentifier: string;
  /** The database engine, e.g. `postgres`. */
  readonly engine: DbEngine;
  /** The instance class, e.g. `db.t4g.micro`. */
  readonly dbInstanceClass: string;
  /** The size of the storage in GiB: 20–65,536, for SQL Server at most 16,384, for `io1` and `io2` at least 100. */
  readonly allocatedStorageGiB: number;
  /** The size in GiB up to which RDS increases the storage automatically. Default: no automatic increase. */
  readonly maxAllocatedStorageGiB?: number | undefined;
  /** The storage type. Default: `gp3`. */
  readonly storageType?: DbStorageType | undefined;
  /** I/O operations per second, 1,000–256,000. Required for `io1` and `io2`. Default that AWS applies to `gp3`: the baseline for the storage size. */
  readonly iops?: number | undefined;
  /** The version of the engine, e.g. `17.5`. Default that AWS applies: its default version. */
  readonly engineVersion?: string | undefined;
  /**
   * The license model. Oracle Enterprise Edition: `bring-your-own-license`. Oracle Standard Edition 2: also `license-included`. SQL Server:
   * `license-included` or `bring-your-own-media`. PostgreSQL, MySQL and MariaDB have one license model each. Default that AWS applies: the
   * default of the engine.
   */
  readonly licenseModel?: string | undefined;
  /** The name of the first database. Not for SQL Server. Default: no database, `ORCL` for Oracle; PostgreSQL always has a database `postgres`. */
  readonly dbName?: string | undefined;
  /** The name of the master user. Default: `postgres` for PostgreSQL, `admin` for other engines. */
  readonly masterUsername?: string | undefined;
  /**
   * The password of the master user, at least 8 characters without `/`, `"`, `@` and spaces. Default: AWS generates a password, stores it in
   * Secrets Manager and rotates it every 7 days.
   */
  readonly masterUserPassword?: string | undefined;
  /** The number of days for which automated backups are kept, 0–35; 0 disables automated backups. Default: 7. AWS's own default is 1. */
  readonly backupRetentionDays?: number | undefined;
  /** Whether the storage is encrypted. Cannot be changed later. Default: `true`. */
  readonly storageEncrypted?: boolean | undefined;
  /** The KMS key for the encryption: ID, alias or ARN. Default that AWS applies: the account's default key for RDS. */
  readonly kmsKeyId?: string | undefined;
}

/** Checks a name of letters, digits and underscores. The engine limits its length. */
const word = (most: number): z.ZodMiniType<string> =>
  z.string().check(z.maxLength(most), z.regex(/^[A-Za-z]\w*$/, 'letters, digits and underscores, a letter first'));

/** Checks the members of {@link CreateDbInstanceInput}. */
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
