/**
 * The column names of the SQL, made unique: the second column `name` becomes `name_2`, or the next number that the SQL does not use itself.
 * A column without a name is `column` and its position.
 */
export const columnNames = (
  columns: readonly { readonly label?: string | undefined; readonly name?: string | undefined }[],
): readonly string[] => {
  const written = columns.map(({ label, name }) => label || name);
  // The names of the SQL are taken before any name is made up.
  const taken = new Set(written);
  const used = new Set<string>();
  return written.map((name, index) => {
    const own = name && !used.has(name) ? name : madeUp(name, index, taken);
    taken.add(own);
    used.add(own);
    return own;
  });
};

const madeUp = (name: string | undefined, index: number, taken: ReadonlySet<string | undefined>): string => {
  const base = name || `column${index + 1}`;
  if (!taken.has(base)) return base;
  let count = 2;
  while (taken.has(`${base}_${count}`)) count++;
  return `${base}_${count}`;
};
