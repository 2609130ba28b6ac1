import type { SqlEdit } from './rewrite-sql.js';
import type { SqlToken } from './sql-tokens.js';

export interface NamedParameters {
  /** The names for `$1`, `$2`, …. Each place has its own number, so that Postgres can choose another type for each place. */
  readonly names: readonly string[];
  readonly edits: readonly SqlEdit[];
}

/**
 * Replaces `:name` in SQL with `$1`, `$2`, …. Values are never written into the text. Strings, quoted identifiers, comments, `::type` and `:=`
 * are not changed.
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
