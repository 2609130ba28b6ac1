import { InvalidInputError } from '@arch/core';
import { z } from '@arch/core/builder';

import { parameterNames } from '../clients/sql-text.js';

/** What a parameter may be. The API takes texts, which Redshift reads by what they are compared with. */
export type SqlParameter = string | number | bigint | boolean | Date;

/** Values of parameters by name. */
export type SqlParameters = Readonly<Record<string, SqlParameter>>;

/** A record of parameters, checked. The Data API has no null: it is written into the SQL. */
export const sqlParameters = (): z.ZodMiniType<SqlParameters> =>
  z.record(
    z.string().check(z.regex(/^[A-Za-z_]\w*$/, 'names of letters, digits and underscores')),
    z.custom<SqlParameter>(
      isParameter,
      'a text, a finite number, a bigint, a boolean or a Date; the Data API takes no null: write is null, or null, into the SQL',
    ),
  );

const isParameter = (value: unknown): boolean => {
  if (typeof value === 'number') return Number.isFinite(value);
  if (value instanceof Date) return !Number.isNaN(value.getTime());
  return ['string', 'bigint', 'boolean'].includes(typeof value);
};

/** Holds the parameters against the SQL: one that is missing, or that the SQL does not name, is an error before anything is sent. */
export const checkParameters = (operation: string, sql: string, parameters: SqlParameters = {}): void => {
  const named = parameterNames(sql);
  const given = Object.keys(parameters);
  const missing = [...named].filter((name) => !Object.hasOwn(parameters, name));
  const needless = given.filter((name) => !named.has(name));
  if (missing.length + needless.length === 0) return;
  const parts = [
    missing.length > 0 && `parameters lacks ${missing.join(', ')}, which the SQL names`,
    needless.length > 0 && `parameters has ${needless.join(', ')}, which the SQL does not name`,
  ];
  throw new InvalidInputError(`${operation}: ${parts.filter(Boolean).join('; ')}.`, { operation });
};

/** Parameters in AWS's words. */
export const toSqlParameters = (parameters: SqlParameters): { name: string; value: string }[] =>
  Object.entries(parameters).map(([name, value]) => ({
    name,
    value: value instanceof Date ? value.toISOString().replace('T', ' ').replace('Z', '') : String(value),
  }));
