import { checkSqlParameters, secret, sqlParameterRecord, z } from '@arch/core/builder';

/** What a parameter may be. The API takes texts, which Redshift reads by where they stand. */
export type SqlParameter = string | number | bigint | boolean | Date;

/** Values of parameters by name. */
export type SqlParameters = Readonly<Record<string, SqlParameter>>;

/**
 * A record of parameters, checked: AWS refuses texts without a character, and takes a null for the text `NULL`.
 * https://docs.aws.amazon.com/redshift/latest/mgmt/data-api-calling.html
 */
export const sqlParameters = (): z.ZodMiniType<SqlParameters> =>
  secret(
    sqlParameterRecord(
      z.custom<SqlParameter>(
        isParameter,
        "a string of at least one character, a finite number, a bigint, a boolean or a Date; the Data API accepts neither null nor '': write them into the SQL",
      ),
    ),
  );

const isParameter = (value: unknown): boolean => {
  if (typeof value === 'string') return value !== '';
  if (typeof value === 'number') return Number.isFinite(value);
  if (value instanceof Date) return !Number.isNaN(value.getTime());
  return typeof value === 'bigint' || typeof value === 'boolean';
};

/** Holds the parameters against the SQL that they are for. */
export const checkParameters = (operation: string, sqls: readonly string[], parameters: SqlParameters = {}): void =>
  checkSqlParameters(operation, sqls, Object.keys(parameters));

/** Parameters in AWS's words; `undefined` where there are none, because AWS refuses an empty list. */
export const toSqlParameters = (parameters: SqlParameters = {}): { name: string; value: string }[] | undefined => {
  const list = Object.entries(parameters).map(([name, value]) => ({ name, value: toText(value) }));
  return list.length > 0 ? list : undefined;
};

// With its zone a time means the same to `timestamptz`; to `timestamp` it is the time in UTC.
const toText = (value: SqlParameter): string =>
  value instanceof Date ? value.toISOString().replace('T', ' ').replace('Z', '+00') : String(value);
