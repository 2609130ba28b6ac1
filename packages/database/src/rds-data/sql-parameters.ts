import { checkSqlParameters, jsonText, secret, sqlParameterRecord, z } from '@arch/core/builder';
import type { SqlParameter as AwsParameter } from '@aws-sdk/client-rds-data';

import { isTyped, type TypedParameter, typeHints } from './typed-parameter.js';

/**
 * The value of a parameter. A string is sent as `varchar`, which PostgreSQL does not compare with `uuid`, `json` or `numeric`: for those, pass
 * a value with its type, e.g. `{ uuid: 'a0ee…' }`. An integer or bigint is sent as `int8`, another number as `float8`, a `Date` as `timestamp`
 * in UTC, a `Uint8Array` as bytes.
 */
export type SqlParameter = string | number | bigint | boolean | Date | Uint8Array | null | TypedParameter;

/** The values of parameters, by name. */
export type SqlParameters = Readonly<Record<string, SqlParameter>>;

/** Checks the values of parameters. */
export const sqlParameters = (): z.ZodMiniType<SqlParameters> =>
  secret(
    sqlParameterRecord(
      z.custom<SqlParameter>(
        (value) => isPlain(value) || isTyped(value),
        'a string, a finite number, a bigint of 64 bits, a boolean, a Date of the years 1–9999, a Uint8Array, null, or one of ' +
          `{ ${Object.keys(typeHints).join(' }, { ')} } with a valid value; the Data API does not accept lists`,
      ),
    ),
  );

const isPlain = (value: unknown): boolean => {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value === 'bigint') return BigInt.asIntN(64, value) === value;
  if (value instanceof Date) return /^(?!0000)\d{4}-/.test(isoOf(value));
  return value === null || ['string', 'boolean'].includes(typeof value) || value instanceof Uint8Array;
};

const isoOf = (date: Date): string => (Number.isNaN(date.getTime()) ? '' : date.toISOString());

/** Compares the names of parameters with the SQL, once for each distinct list of names, and checks the JSON values. */
export const checkParameters = (operation: string, sql: string, sets: readonly SqlParameters[]): void => {
  const distinct = new Map(sets.map(Object.keys).map((names) => [names.join(), names]));
  for (const names of distinct.values()) checkSqlParameters(operation, [sql], names);
  for (const [index, set] of sets.entries()) {
    const prefix = operation === 'sqlBatch' ? `parameterSets[${index}]` : 'parameters';
    for (const [name, value] of Object.entries(set))
      if (isTyped(value) && 'json' in value) jsonText(value.json, { operation, place: `${prefix}.${name}.json` });
  }
};

/** Returns parameters in AWS's form. They are sent separately from the SQL and never become part of it. */
export const toSqlParameters = (parameters: SqlParameters = {}): AwsParameter[] =>
  Object.entries(parameters).map(([name, value]) => ({ name, ...toTyped(value) }));

const toTyped = (value: SqlParameter): Omit<AwsParameter, 'name'> => {
  if (!isTyped(value)) return toPlain(value);
  const [[type, content]] = Object.entries(value) as [[keyof typeof typeHints, unknown]];
  const typeHint = typeHints[type];
  if (content === null && type !== 'json') return { value: { isNull: true }, typeHint };
  return { value: { stringValue: type === 'json' ? JSON.stringify(content) : String(content) }, typeHint };
};

const toPlain = (value: Exclude<SqlParameter, TypedParameter>): Omit<AwsParameter, 'name'> => {
  if (value === null) return { value: { isNull: true } };
  if (typeof value === 'string') return { value: { stringValue: value } };
  if (typeof value === 'boolean') return { value: { booleanValue: value } };
  // The SDK declares a number, but also serializes all digits of a bigint.
  if (typeof value === 'bigint') return { value: { longValue: value as unknown as number } };
  if (typeof value === 'number')
    return { value: Number.isSafeInteger(value) ? { longValue: value } : { doubleValue: value } };
  if (value instanceof Date)
    return { value: { stringValue: isoOf(value).replace('T', ' ').replace('Z', '') }, typeHint: 'TIMESTAMP' };
  return { value: { blobValue: value } };
};
