import { type AwsInput, text, z } from '@arch/core/builder';

import type { DbEngine } from '../clients/db-engines.js';
import { type DbInstanceSettings, dbInstanceSettingsFields } from '../clients/db-instance-settings.js';
import { dbInstanceName } from '../clients/db-names.js';
import { masterUserPassword } from '../clients/master-user-password.js';

export interface CreateDbInstanceInput extends DbInstanceSettings, AwsInput {
  /** 1–63 letters, digits and single hyphens, a letter first; 15 for SQL Server. RDS writes it in lower case. */
  readonly dbInstanceIdentifier: string;
  readonly engine: DbEngine;
  /** e.g. `db.t4g.micro`. */
  readonly dbInstanceClass: string;
  /** 20–65,536, by engine and type. */
  readonly allocatedStorageGiB: number;
  /** Up to where RDS lets the storage grow by itself. Default: not at all. */
  readonly maxAllocatedStorageGiB?: number | undefined;
  /** Default `gp3`. AWS's default is `gp2`. */
  readonly storageType?: string | undefined;
  /** e.g. `17.5`. Default: AWS's choice of the day. */
  readonly engineVersion?: string | undefined;
  /** Oracle Enterprise Edition: `bring-your-own-license`; Oracle Standard Edition 2: either; the others have only one. Default: the engine's. */
  readonly licenseModel?: string | undefined;
  /** A database to begin with, not for SQL Server. Default for Oracle `ORCL`, for PostgreSQL `postgres`. */
  readonly dbName?: string | undefined;
  /** Default `postgres` for PostgreSQL, `admin` for the others. */
  readonly masterUsername?: string | undefined;
  /** At least 8 characters without `/`, `'`, `"`, `@` and spaces. Default: AWS makes one, keeps it in Secrets Manager and changes it every week. */
  readonly masterUserPassword?: string | undefined;
  /** 0–35; 0 turns backups off. Default 7. AWS's default is 1. */
  readonly backupRetentionDays?: number | undefined;
  /** Default `true`. It cannot be changed afterwards. */
  readonly storageEncrypted?: boolean | undefined;
  /** ID, alias or ARN. Default: the account's key for RDS. */
  readonly kmsKeyId?: string | undefined;
}

type Fields = {
  readonly [Name in Exclude<keyof CreateDbInstanceInput, 'aws'>]-?: z.ZodMiniType<CreateDbInstanceInput[Name]>;
};

export const createDbInstanceFields = (): Fields => ({
  ...dbInstanceSettingsFields(),
  dbInstanceIdentifier: dbInstanceName(),
  engine: text(1, 64),
  dbInstanceClass: z.string().check(z.regex(/^db\.[\w.-]+$/, 'a class such as db.t4g.micro')),
  allocatedStorageGiB: z.int().check(z.gte(5), z.lte(65_536)),
  maxAllocatedStorageGiB: z.optional(z.int().check(z.gte(20), z.lte(65_536))),
  storageType: z.optional(text(1, 32)),
  engineVersion: z.optional(text(1, 64)),
  licenseModel: z.optional(text(1, 64)),
  dbName: z.optional(
    z.string().check(z.regex(/^[A-Za-z]\w{0,63}$/, 'letters, digits and underscores, a letter first')),
  ),
  masterUsername: z.optional(
    z.string().check(z.regex(/^[A-Za-z]\w{0,127}$/, 'letters, digits and underscores, a letter first')),
  ),
  masterUserPassword: z.optional(masterUserPassword()),
  backupRetentionDays: z.optional(z.int().check(z.gte(0), z.lte(35))),
  storageEncrypted: z.optional(z.boolean()),
  kmsKeyId: z.optional(text(1, 2_048)),
});
