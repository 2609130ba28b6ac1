import type { Open } from '@arch/core/builder';

/** Database engines of DB instances. RDS Custom has further engines. */
export const dbEngines = [
  'postgres',
  'mysql',
  'mariadb',
  'sqlserver-ee',
  'sqlserver-se',
  'sqlserver-ex',
  'sqlserver-web',
  'sqlserver-dev-ee',
  'oracle-ee',
  'oracle-ee-cdb',
  'oracle-se2',
  'oracle-se2-cdb',
  'db2-ae',
  'db2-ce',
  'db2-se',
  'aurora-mysql',
  'aurora-postgresql',
] as const;
export type DbEngine = Open<(typeof dbEngines)[number]>;

/** The limits of RDS for an engine. */
export interface EngineRules {
  /** The allowed license models. */
  readonly licenseModels: readonly string[];
  /** The default port. */
  readonly port: number;
  /** Ports that RDS reserves. */
  readonly reservedPorts: readonly number[];
  /** The longest name of the first database. 0: RDS creates no database. */
  readonly longestDbName: number;
  readonly longestUsername: number;
  readonly longestPassword: number;
  /** Characters that a password must not contain, in addition to those that no engine allows. */
  readonly notInPassword: string;
}

const usual = { reservedPorts: [], longestDbName: 64, longestUsername: 16, longestPassword: 41, notInPassword: '' };
const mysql: EngineRules = { ...usual, licenseModels: ['general-public-license'], port: 3_306 };
const oracle = {
  ...usual,
  port: 1_521,
  longestDbName: 8,
  longestUsername: 30,
  longestPassword: 30,
  notInPassword: `&'`,
};
const sqlServerPorts = [1_234, 1_434, 3_260, 3_343, 3_389, 47_001, 49_152, 49_153, 49_154, 49_155, 49_156];

// https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html#RDS_Limits.Constraints
const families: Readonly<Record<string, EngineRules>> = {
  postgres: {
    ...usual,
    licenseModels: ['postgresql-license'],
    port: 5_432,
    longestDbName: 63,
    longestUsername: 63,
    longestPassword: 128,
  },
  mysql,
  mariadb: mysql,
  sqlserver: {
    ...usual,
    licenseModels: ['license-included', 'bring-your-own-media'],
    port: 1_433,
    reservedPorts: sqlServerPorts,
    longestDbName: 0,
    longestUsername: 128,
    longestPassword: 128,
  },
  'oracle-ee': { ...oracle, licenseModels: ['bring-your-own-license'] },
  'oracle-se2': { ...oracle, licenseModels: ['bring-your-own-license', 'license-included'] },
  db2: {
    ...usual,
    licenseModels: ['bring-your-own-license', 'marketplace-license'],
    port: 50_000,
    longestPassword: 255,
  },
};

/** Returns the rules of an engine, or `undefined` for an unknown engine, for which RDS checks the input. */
export const rulesOf = (engine: string): EngineRules | undefined => {
  const family = Object.keys(families).find((name) => engine === name || engine.startsWith(`${name}-`));
  return family === undefined ? undefined : families[family];
};
