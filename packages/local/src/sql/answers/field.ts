import { AwsError } from './aws-error.js';
import type { ResultColumn } from '../postgres/describe-columns.js';
import { exactNumber, floatingPoint, type ExactNumber } from './exact-number.js';
import { postgresArray } from '../postgres/postgres-array.js';

/** A value in AWS's words: one member says what it is. */
export type Field =
  | { readonly isNull: true }
  | { readonly booleanValue: boolean }
  | { readonly longValue: ExactNumber }
  | { readonly doubleValue: number | string }
  | { readonly stringValue: string }
  /** Base64. */
  | { readonly blobValue: string }
  | { readonly arrayValue: Readonly<Record<string, readonly unknown[]>> };

/** The value that Postgres prints as `text`. */
export function fieldOf(text: string | null, { typeName }: ResultColumn): Field {
  if (text === null) return { isNull: true };
  switch (typeName) {
    case 'bool':
      return { booleanValue: text === 't' };
    case 'int2':
    case 'int4':
    case 'int8':
    case 'oid':
      return { longValue: exactNumber(text) };
    case 'float4':
    case 'float8':
      return { doubleValue: floatingPoint(text) };
    case 'bytea':
      return { blobValue: base64(text) };
    default:
      return { stringValue: text };
  }
}

/** Postgres prints bytes as `\x…`. */
export function base64(text: string): string {
  return Buffer.from(text.slice(2), 'hex').toString('base64');
}

const itemsMember: Readonly<Record<string, string>> = {
  booleanValue: 'booleanValues',
  doubleValue: 'doubleValues',
  longValue: 'longValues',
};

/** An array of Postgres, which only the RDS Data API hands out. */
export function arrayFieldOf(text: string, column: ResultColumn): Field {
  const items = postgresArray(text);
  const itemColumn = { ...column, typeName: column.typeName.slice(1) };
  const fields = items.map((item) => {
    if (Array.isArray(item))
      throw new AwsError('UnsupportedResultException', 'Multidimensional arrays are not supported.');
    return fieldOf(item as string | null, itemColumn);
  });
  const [member = 'stringValue'] = Object.keys(fieldOf('', itemColumn));
  const values = fields.map((field) => ('isNull' in field ? null : Object.values(field)[0]));
  return { arrayValue: { [itemsMember[member] ?? 'stringValues']: values } };
}
