import { checkSqlParameters, secret, sqlParameterRecord, z } from '@arch/core/builder';

/** The value of a SQL parameter. It is sent as text, and Redshift converts it to the type that the SQL requires. */
export type SqlParameter = string | number | bigint | boolean | Date;

/** SQL parameters by name. */
export type SqlParameters = Readonly<Record<string, SqlParameter>>;

/**
 * Checks SQL parameters. AWS rejects empty strings, and interprets null as the text `NULL`.
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

/** Throws `InvalidInputError` if the parameters are not those that the SQL uses. */
export const checkParameters = (operation: string, sqls: readonly string[], parameters: SqlParameters = {}): void =>
  checkSqlParameters(operation, sqls, Object.keys(parameters));

/** Returns the parameters in AWS's form; `undefined` if there are none, because AWS rejects an empty list. */
export const toSqlParameters = (parameters: SqlParameters = {}): { name: string; value: string }[] | undefined => {
  const list = Object.entries(parameters).map(([name, value]) => ({ name, value: toText(value) }));
  return list.length > 0 ? list : undefined;
};

// With a time zone, the value is exact for `timestamptz`; for `timestamp` it is the time in UTC.
const toText = (value: SqlParameter): string =>
  value instanceof Date ? value.toISOString().replace('T', ' ').replace('Z', '+00') : String(value);
