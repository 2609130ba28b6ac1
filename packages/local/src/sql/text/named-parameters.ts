import type { SqlEdit } from './rewrite-sql.js';
import type { SqlToken } from './sql-tokens.js';

export interface NamedParameters {
  /** The name behind `$1`, `$2`, …: one for each place, so that each gets the type that fits there. */
  readonly names: readonly string[];
  readonly edits: readonly SqlEdit[];
}

/**
 * Finds `:name` in SQL and puts `$1`, `$2`, … in its place. Values are never written into the text. Strings, quoted
 * identifiers, comments, `::type` and `:=` are left alone.
 */
export function namedParameters(sql: string, tokens: readonly SqlToken[]): NamedParameters {
  const names: string[] = [];
  const edits: SqlEdit[] = [];
  for (const [index, colon] of tokens.entries()) {
    const name = tokens[index + 1];
    if (name?.kind !== 'word' || name.start !== colon.end || sql.slice(colon.start, colon.end) !== ':') continue;
    names.push(sql.slice(name.start, name.end));
    edits.push({ start: colon.start, end: name.end, text: `$${names.length}` });
  }
  return { names, edits };
}
