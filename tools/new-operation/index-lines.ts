/** Adds a line to the exports of a folder's index, in the order of the files' names. */
export const withExport = (index: string, line: string): string => {
  const statements = index.match(/^export [\s\S]*?;$/gm) ?? [];
  const kept = statements.filter((statement) => statement !== 'export {};');
  const file = (statement: string): string => /from '(.+)'/.exec(statement)?.[1] ?? '';
  const at = kept.findIndex((statement) => file(statement) > file(line));
  return `${kept.toSpliced(at < 0 ? kept.length : at, 0, line).join('\n')}\n`;
};
