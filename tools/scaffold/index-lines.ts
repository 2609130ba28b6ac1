/** Adds an export to the lines of an index, in the order of the files' names. Existing lines are not repeated. */
export const withExport = (index: string, line: string): string => {
  const statements: readonly string[] = index.match(/^export [\s\S]*?;$/gm) ?? [];
  if (statements.includes(line)) return index;
  const kept = statements.filter((statement) => statement !== 'export {};');
  const file = (statement: string): string => (/from '(.+)'/.exec(statement)?.[1] ?? '').replace(/\/index\.js$/, '');
  const at = kept.findIndex((statement) => file(statement) > file(line));
  return `${kept.toSpliced(at < 0 ? kept.length : at, 0, line).join('\n')}\n`;
};

/** Adds a name to the line with the exports of a module. */
export const withName = (index: string, module: string, name: string): string =>
  index.replace(
    /^export (type )?\{([^}]*?),?\s*\} from '([^']+)';$/gm,
    (line: string, isType: string | undefined, names: string, from: string) => {
      if (from !== module) return line;
      const listed = names.split(',').map((each) => `${isType ? 'type ' : ''}${each.trim()}`);
      return `export { ${[name, ...listed].join(', ')} } from '${from}';`;
    },
  );
