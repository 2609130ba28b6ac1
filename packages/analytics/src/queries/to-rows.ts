import type { ColumnMetadata, Field } from '@aws-sdk/client-redshift-data';

/** A row by the names of its columns. */
export type Row = Readonly<Record<string, unknown>>;

/** Makes rows of a page's records: what a number of JavaScript could not hold exactly becomes none. */
export const toRows = (columns: readonly ColumnMetadata[], records: readonly (readonly Field[])[]): Row[] => {
  const names = namesOf(columns);
  const readers = columns.map(({ typeName = '' }) => textReaders[typeName] ?? asIs);
  // Entries, because a column may be called __proto__.
  return records.map((record) =>
    Object.fromEntries(names.map((name, index) => [name, toValue(record[index], readers[index] ?? asIs)])),
  );
};

/** Columns by the names that the SQL gives them; of two with one name, the second is `name_2`. */
const namesOf = (columns: readonly ColumnMetadata[]): readonly string[] => {
  const taken = new Set<string>();
  return columns.map(({ label, name }, index) => {
    const wanted = label || name || `column${index + 1}`;
    let own = wanted;
    for (let count = 2; taken.has(own); count++) own = `${wanted}_${count}`;
    taken.add(own);
    return own;
  });
};

type Reader = (text: string) => unknown;

const toValue = (field: Field | undefined, read: Reader): unknown => {
  if (!field || field.isNull) return null;
  if (field.stringValue !== undefined) return read(field.stringValue);
  if (field.longValue !== undefined) return toInteger(field.longValue);
  if (field.doubleValue !== undefined) return Number(field.doubleValue);
  return field.booleanValue ?? field.blobValue ?? null;
};

/** A whole number, which is a bigint where a number would round it. */
const toInteger = (value: number | bigint | string): number | bigint => {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : BigInt(value);
};

const asIs: Reader = (text) => text;

/** Infinite times, and years before ours, are no dates of JavaScript: they stay text. */
const asDate = (iso: string, text: string): Date | string => {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? text : date;
};

const asJson: Reader = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** How texts are read, by the types of their columns; all others stay as they are. */
const textReaders: Readonly<Record<string, Reader>> = {
  timestamp: (text) => asDate(`${text.replace(' ', 'T')}Z`, text),
  timestamptz: (text) =>
    asDate(
      text.replace(' ', 'T').replace(/([+-]\d\d):?(\d\d)?$/, (_, hours, minutes = '00') => `${hours}:${minutes}`),
      text,
    ),
  super: asJson,
  varbyte: (text) => (/^(?:[0-9a-f]{2})*$/i.test(text) ? new Uint8Array(Buffer.from(text, 'hex')) : text),
};
