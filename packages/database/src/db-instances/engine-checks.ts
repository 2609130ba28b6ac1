import { z } from '@arch/core/builder';

import { rulesOf } from '../clients/db-engines.js';
import type { CreateDbInstanceInput } from './create-db-instance-input.js';

/** What RDS refuses by engine, as checks of an input: what an engine that is not known here may is for RDS to say. */
export const engineChecks = (): z.Check<CreateDbInstanceInput>[] => [
  z.refine(hasItsLicense, {
    error:
      'a licenseModel that the engine has: license-included for SQL Server, bring-your-own-license for Oracle EE, either for Oracle SE2, postgresql-license, general-public-license for MySQL and MariaDB',
  }),
  z.refine(({ engine, dbInstanceIdentifier }) => fits(dbInstanceIdentifier, rulesOf(engine)?.longestIdentifier), {
    error: 'at most 15 characters for SQL Server',
    path: ['dbInstanceIdentifier'],
  }),
  z.refine(({ engine, dbName }) => fits(dbName, rulesOf(engine)?.longestDbName), {
    error: 'none for SQL Server, at most 8 characters for Oracle, 63 for PostgreSQL',
    path: ['dbName'],
  }),
  z.refine(({ engine, masterUsername }) => fits(masterUsername, rulesOf(engine)?.longestUsername), {
    error: 'at most 16 characters for MySQL and MariaDB, 30 for Oracle, 63 for PostgreSQL',
    path: ['masterUsername'],
  }),
  z.refine(({ engine, masterUserPassword }) => fits(masterUserPassword, rulesOf(engine)?.longestPassword), {
    error: 'at most 30 characters for Oracle, 41 for MySQL and MariaDB',
    path: ['masterUserPassword'],
  }),
];

const hasItsLicense = ({ engine, licenseModel }: CreateDbInstanceInput): boolean =>
  licenseModel === undefined || (rulesOf(engine)?.licenses.includes(licenseModel) ?? true);

const fits = (value: string | undefined, most: number | undefined): boolean =>
  value === undefined || most === undefined || value.length <= most;
