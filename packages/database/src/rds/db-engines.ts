import type { Open } from '@arch/core/builder';

/** Engines of DB instances; RDS Custom has more. */
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

/** What RDS allows an engine. */
export interface EngineRules {
  /** Licences that it can be had with. */
  readonly licenseModels: readonly string[];
  /** Where it listens unless told otherwise. */
  readonly port: number;
  /** Ports that it keeps for itself. */
  readonly takenPorts: readonly number[];
  /** 0: it makes no database at the start. */
  readonly longestDbName: number;
  readonly longestUsername: number;
  readonly longestPassword: number;
  /** What a password may not hold, beside what none may. */
  readonly notInPassword: string;
}

const usual = { takenPorts: [], longestDbName: 64, longestUsername: 16, longestPassword: 41, notInPassword: '' };
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
    takenPorts: sqlServerPorts,
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

/** The rules of an engine, or nothing for one that is not known here: RDS decides then. */
export const rulesOf = (engine: string): EngineRules | undefined => {
  const family = Object.keys(families).find((name) => engine === name || engine.startsWith(`${name}-`));
  return family === undefined ? undefined : families[family];
};
