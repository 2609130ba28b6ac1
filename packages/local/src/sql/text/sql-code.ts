import type { SqlEdit } from './rewrite-sql.js';
import type { SqlToken } from './sql-tokens.js';

/** SQL without its comments, token by token. */
export interface SqlCode {
  readonly tokens: readonly SqlToken[];
  /** What the tokens say, in upper case; strings and quoted identifiers as they stand. */
  readonly words: readonly string[];
}

export function sqlCode(sql: string, tokens: readonly SqlToken[]): SqlCode {
  const code = tokens.filter(({ kind }) => kind !== 'comment');
  const words = code.map(({ kind, start, end }) =>
    kind === 'text' ? sql.slice(start, end) : sql.slice(start, end).toUpperCase(),
  );
  return { tokens: code, words };
}

/** How many tokens a pair of brackets has with what it holds; 0 where none begins. */
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

/** Puts `text` in the place of some tokens. */
export function editTokens({ tokens }: SqlCode, index: number, length: number, text: string): SqlEdit {
  const [first, last] = [tokens[index], tokens[index + length - 1]];
  if (first === undefined || last === undefined)
    throw new RangeError('There are fewer tokens than were to be replaced.');
  return { start: first.start, end: last.end, text };
}
