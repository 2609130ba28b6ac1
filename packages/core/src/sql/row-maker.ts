import { columnNames } from './column-names.js';

/** Returns a function that makes rows of records: values by column name. `read` converts the value of a column. */
export const rowMaker = <Field>(
  columns: Parameters<typeof columnNames>[0],
  read: (field: Field | undefined, column: number) => unknown,
): ((record: readonly Field[]) => Readonly<Record<string, unknown>>) => {
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
