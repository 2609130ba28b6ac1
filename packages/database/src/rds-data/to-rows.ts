import { readDouble, readInteger, readSqlJson, readTimestamp, rowMaker } from '@arch/core/builder';
import type { ArrayValue, ColumnMetadata, Field } from '@aws-sdk/client-rds-data';

/** A row: values by column name. */
export type Row = Readonly<Record<string, unknown>>;

/** Converts AWS's records to rows. An integer that a JavaScript number cannot represent exactly becomes a bigint. */
export const toRows = (columns: readonly ColumnMetadata[], records: readonly (readonly Field[])[]): Row[] => {
  const readers = columns.map(({ typeName = '' }) => readerOf(typeName));
  return records.map(rowMaker<Field>(columns, (field, column) => toValue(field, readers[column])));
};

type Reader = (text: string) => unknown;

const asIs: Reader = (text) => text;

/** Converts the value of a column, or a generated value. */
export const toValue = (field: Field | undefined, read: Reader = asIs): unknown => {
  if (!field || field.isNull) return null;
  if (field.stringValue !== undefined) return read(field.stringValue);
  if (field.longValue !== undefined) return readInteger(field.longValue);
  if (field.doubleValue !== undefined) return readDouble(field.doubleValue);
  if (field.arrayValue !== undefined) return toList(field.arrayValue, read);
  return field.booleanValue ?? field.blobValue ?? null;
};

const toList = (array: ArrayValue, read: Reader): readonly unknown[] => {
  const { stringValues, longValues, doubleValues, booleanValues, arrayValues } = array;
  if (stringValues) return eachOf(stringValues, read);
  if (longValues) return eachOf(longValues, readInteger);
  if (doubleValues) return eachOf(doubleValues, readDouble);
  if (arrayValues) return eachOf(arrayValues, (inner) => toList(inner, read));
  return booleanValues ?? [];
};

const eachOf = <Item>(items: readonly (Item | null)[], read: (item: Item) => unknown): readonly unknown[] =>
  items.map((item) => (item === null ? null : read(item)));

/** PostgreSQL sends the type of an array with the prefix `_`; MySQL sends types in capital letters. */
const readerOf = (typeName: string): Reader => textReaders[typeName.toLowerCase().replace(/^_/, '')] ?? asIs;

/** Functions that convert texts, by column type. Texts of other types are not converted. */
const textReaders: Readonly<Record<string, Reader>> = {
  timestamp: readTimestamp,
  timestamptz: readTimestamp,
  datetime: readTimestamp,
  json: readSqlJson,
  jsonb: readSqlJson,
};
