import { columnNames, readDouble, readInteger, readSqlJson, readTimestamp } from '@arch/core/builder';
import type { ColumnMetadata, Field } from '@aws-sdk/client-redshift-data';

/** A row by the names of its columns. */
export type Row = Readonly<Record<string, unknown>>;

/** Makes rows of a page's records: what a number of JavaScript could not hold exactly becomes none. */
export const toRows = (columns: readonly ColumnMetadata[], records: readonly (readonly Field[])[]): Row[] => {
  const names = columnNames(columns);
  const readers = columns.map(({ typeName = '' }) => textReaders[typeName] ?? asIs);
  // Entries, because a column may be called __proto__.
  return records.map((record) =>
    Object.fromEntries(names.map((name, index) => [name, toValue(record[index], readers[index] ?? asIs)])),
  );
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

/** How texts are read, by the types of their columns; all others stay as they are. */
const textReaders: Readonly<Record<string, Reader>> = {
  timestamp: readTimestamp,
  timestamptz: readTimestamp,
  super: readSqlJson,
  varbyte: (text) => (/^(?:[0-9a-f]{2})*$/i.test(text) ? new Uint8Array(Buffer.from(text, 'hex')) : text),
};
