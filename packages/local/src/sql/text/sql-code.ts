import type { SqlEdit } from './rewrite-sql.js';
import type { SqlToken } from './sql-tokens.js';

/** The tokens of SQL without its comments. */
export interface SqlCode {
  readonly tokens: readonly SqlToken[];
  /** The texts of the tokens in upper case. Strings and quoted identifiers are unchanged. */
  readonly words: readonly string[];
}

export function sqlCode(sql: string, tokens: readonly SqlToken[]): SqlCode {
  const code = tokens.filter(({ kind }) => kind !== 'comment');
  const words = code.map(({ kind, start, end }) =>
    kind === 'text' ? sql.slice(start, end) : sql.slice(start, end).toUpperCase(),
  );
  return { tokens: code, words };
}

/** Returns the number of tokens of a pair of brackets and its content; 0 if the token is not an opening bracket. */
export function bracketLength({ words }: SqlCode, at: number): number {
  if (words[at] !== '(') return 0;
  let depth = 0;
  for (let index = at; index < words.length; index++) {
    if (words[index] === '(') depth += 1;
    if (words[index] === ')') depth -= 1;
    if (depth === 0) return index - at + 1;
  }
  return words.length - at;
}

/** Returns the edit that replaces some tokens with `text`. */
export function editTokens({ tokens }: SqlCode, index: number, length: number, text: string): SqlEdit {
  const [first, last] = [tokens[index], tokens[index + length - 1]];
  if (first === undefined || last === undefined) throw new RangeError('The tokens to replace do not exist.');
  return { start: first.start, end: last.end, text };
}
