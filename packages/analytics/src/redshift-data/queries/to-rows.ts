import { readDouble, readInteger, readSqlJson, readTimestamp, rowMaker } from '@arch/core/builder';
import type { ColumnMetadata, Field } from '@aws-sdk/client-redshift-data';

/** A row: values by column name. */
export type Row = Readonly<Record<string, unknown>>;

/** Converts the records of a page to rows. A value that a JavaScript number cannot represent exactly becomes a bigint or a string. */
export const toRows = (columns: readonly ColumnMetadata[], records: readonly (readonly Field[])[]): Row[] => {
  const readers = columns.map(({ typeName = '' }) => textReaders[typeName] ?? asIs);
  return records.map(rowMaker<Field>(columns, (field, column) => toValue(field, readers[column] ?? asIs)));
};

type Reader = (text: string) => unknown;

const toValue = (field: Field | undefined, read: Reader): unknown => {
  if (!field || field.isNull) return null;
  if (field.stringValue !== undefined) return read(field.stringValue);
  if (field.longValue !== undefined) return readInteger(field.longValue);
  if (field.doubleValue !== undefined) return readDouble(field.doubleValue);
  return field.booleanValue ?? field.blobValue ?? null;
};

const asIs: Reader = (text) => text;

/** Converts strings by the type of the column. Strings of other types are not changed. */
const textReaders: Readonly<Record<string, Reader>> = {
  timestamp: readTimestamp,
  timestamptz: readTimestamp,
  super: readSqlJson,
  varbyte: (text) => (/^(?:[0-9a-f]{2})*$/i.test(text) ? new Uint8Array(Buffer.from(text, 'hex')) : text),
};
