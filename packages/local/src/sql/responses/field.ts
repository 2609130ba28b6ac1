import { AwsError } from './aws-error.js';
import type { ResultColumn } from '../postgres/describe-columns.js';
import { exactNumber, floatingPoint, type ExactNumber } from './exact-number.js';
import { postgresArray } from '../postgres/postgres-array.js';

/** A `Field` of the Data APIs. Its only member is named after the type of the value. */
export type Field =
  | { readonly isNull: true }
  | { readonly booleanValue: boolean }
  | { readonly longValue: ExactNumber }
  | { readonly doubleValue: number | string }
  | { readonly stringValue: string }
  /** Bytes in base64. */
  | { readonly blobValue: string }
  | { readonly arrayValue: Readonly<Record<string, readonly unknown[]>> };

/** Converts the text of a value of Postgres to a field. */
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

/** Converts the text of bytes of Postgres, `\x…`, to base64. */
export function base64(text: string): string {
  return Buffer.from(text.slice(2), 'hex').toString('base64');
}

const itemsMember: Readonly<Record<string, string>> = {
  booleanValue: 'booleanValues',
  doubleValue: 'doubleValues',
  longValue: 'longValues',
};

/** Converts the text of an array of Postgres to a field. Only the RDS Data API returns arrays. */
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
