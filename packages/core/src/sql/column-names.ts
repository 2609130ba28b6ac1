/** The column names of the SQL, made unique: the second column `name` becomes `name_2`. */
export const columnNames = (
  columns: readonly { readonly label?: string | undefined; readonly name?: string | undefined }[],
): readonly string[] => {
  const taken = new Set<string>();
  return columns.map(({ label, name }, index) => {
    const wanted = label || name || `column${index + 1}`;
    let own = wanted;
    for (let count = 2; taken.has(own); count++) own = `${wanted}_${count}`;
    taken.add(own);
    return own;
  });
};
