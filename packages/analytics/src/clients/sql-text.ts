/** Names of parameters that stand in a text of SQL as `:name`; not those in strings, quoted names, comments, or after `::`. */
export const parameterNames = (sql: string): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const { groups } of sql.matchAll(tokens)) if (groups?.['name']) names.add(groups['name']);
  return names;
};

/** What is skipped first, so that a colon in it is none. */
const tokens =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[^]*?\*\/|\$(?<tag>\w*)\$[^]*?\$\k<tag>\$|::|(?<![\w:]):(?<name>[A-Za-z_]\w*)/g;

/** The first line of a statement, for messages. */
export const firstLineOf = (sql: string): string => {
  const [line = ''] = sql.trim().split('\n', 1);
  return line.length > 80 ? `${line.slice(0, 77)}…` : line;
};
