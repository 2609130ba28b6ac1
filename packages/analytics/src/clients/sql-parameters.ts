import { InvalidInputError } from '@arch/core';
import { z } from '@arch/core/builder';

import { sqlText } from './sql-text.js';

/** What a parameter may be. The API takes texts, which Redshift reads by where they stand. */
export type SqlParameter = string | number | bigint | boolean | Date;

/** Values of parameters by name. */
export type SqlParameters = Readonly<Record<string, SqlParameter>>;

/**
 * A record of parameters, checked: AWS refuses texts without a character, and takes a null for the text `NULL`.
 * https://docs.aws.amazon.com/redshift/latest/mgmt/data-api-calling.html
 */
export const sqlParameters = (): z.ZodMiniType<SqlParameters> =>
  z.record(
    z.string().check(z.regex(/^[A-Za-z_]\w*$/, 'a name of letters, digits and underscores')),
    z.custom<SqlParameter>(
      isParameter,
      "a text of at least one character, a finite number, a bigint, a boolean or a Date; the Data API takes neither null nor '': write them into the SQL",
    ),
  );

const isParameter = (value: unknown): boolean => {
  if (typeof value === 'string') return value !== '';
  if (typeof value === 'number') return Number.isFinite(value);
  if (value instanceof Date) return !Number.isNaN(value.getTime());
  return typeof value === 'bigint' || typeof value === 'boolean';
};

/** Holds the parameters against the SQL: one that is missing, or that no statement names, is an error before anything is sent. */
export const checkParameters = (operation: string, sqls: readonly string[], parameters: SqlParameters = {}): void => {
  // Where it depends on the database whether a backslash ends a string, the database has the last word.
  const [one, other] = [true, false].map(
    (backslashes) => new Set(sqls.flatMap((sql) => sqlText(sql, backslashes).parameterNames)),
  ) as [Set<string>, Set<string>];
  const given = Object.keys(parameters);
  const missing = [...one].filter((name) => other.has(name) && !given.includes(name));
  const needless = given.filter((name) => !one.has(name) && !other.has(name));
  if (missing.length + needless.length === 0) return;
  const parts = [
    missing.length > 0 && `parameters lacks ${missing.join(', ')}, which the SQL names`,
    needless.length > 0 && `parameters has ${needless.join(', ')}, which the SQL does not name`,
  ];
  throw new InvalidInputError(`${operation}: ${parts.filter(Boolean).join('; ')}.`, { operation });
};

/** Parameters in AWS's words; `undefined` where there are none, because AWS refuses an empty list. */
export const toSqlParameters = (parameters: SqlParameters = {}): { name: string; value: string }[] | undefined => {
  const list = Object.entries(parameters).map(([name, value]) => ({ name, value: toText(value) }));
  return list.length > 0 ? list : undefined;
};

// With its zone a time means the same to `timestamptz`; to `timestamp` it is the time in UTC.
const toText = (value: SqlParameter): string =>
  value instanceof Date ? value.toISOString().replace('T', ' ').replace('Z', '+00') : String(value);
