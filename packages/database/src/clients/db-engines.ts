import type { Open } from '@arch/core/builder';

/** Engines of DB instances; RDS has more. */
export const dbEngines = [
  'postgres',
  'mysql',
  'mariadb',
  'sqlserver-ee',
  'sqlserver-se',
  'sqlserver-ex',
  'sqlserver-web',
  'oracle-ee',
  'oracle-ee-cdb',
  'oracle-se2',
  'oracle-se2-cdb',
] as const;
export type DbEngine = Open<(typeof dbEngines)[number]>;

/** What RDS allows an engine. */
export interface EngineRules {
  /** Licences that it can be had with. */
  readonly licenses: readonly string[];
  /** Where it listens unless told otherwise. */
  readonly port: number;
  readonly longestIdentifier: number;
  /** 0: it makes no database at the start. */
  readonly longestDbName: number;
  readonly longestUsername: number;
  readonly longestPassword: number;
}

const oracle = {
  port: 1_521,
  longestIdentifier: 63,
  longestDbName: 8,
  longestUsername: 30,
  longestPassword: 30,
} as const;
const mysql = {
  licenses: ['general-public-license'],
  port: 3_306,
  longestIdentifier: 63,
  longestDbName: 64,
  longestUsername: 16,
  longestPassword: 41,
} as const;

const families: Readonly<Record<string, EngineRules>> = {
  postgres: {
    licenses: ['postgresql-license'],
    port: 5_432,
    longestIdentifier: 63,
    longestDbName: 63,
    longestUsername: 63,
    longestPassword: 128,
  },
  mysql,
  mariadb: mysql,
  sqlserver: {
    licenses: ['license-included'],
    port: 1_433,
    longestIdentifier: 15,
    longestDbName: 0,
    longestUsername: 128,
    longestPassword: 128,
  },
  'oracle-ee': { ...oracle, licenses: ['bring-your-own-license'] },
  'oracle-se2': { ...oracle, licenses: ['bring-your-own-license', 'license-included'] },
};

/** The rules of an engine, or nothing for one that is not known here: RDS decides then. */
export const rulesOf = (engine: string): EngineRules | undefined => {
  const family = Object.keys(families).find((name) => engine === name || engine.startsWith(`${name}-`));
  return family === undefined ? undefined : families[family];
};
