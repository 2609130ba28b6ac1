import { columnNames } from './column-names.js';

/** A row: values by column name. */
export type Row = Readonly<Record<string, unknown>>;

/** Returns a function that makes rows of records: `read` converts the value of a column. */
export const rowMaker = <Field>(
  columns: Parameters<typeof columnNames>[0],
  read: (field: Field | undefined, column: number) => unknown,
): ((record: readonly Field[]) => Row) => {
  const names = columnNames(columns);
  // An assignment to a member with this name would not make one.
  if (names.includes('__proto__'))
    return (record) => Object.fromEntries(names.map((name, column) => [name, read(record[column], column)]));
  return (record) => {
    const row: Record<string, unknown> = {};
    for (let column = 0; column < names.length; column++) row[names[column]!] = read(record[column], column);
    return row;
  };
};
