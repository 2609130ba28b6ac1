import { depthOf, tokensOf } from './tokens.ts';

/** Splits a text at the first such mark outside of brackets. */
export const splitAt = (text: string, mark: string): readonly [string, string?] => {
  let depth = 0;
  let angles = 0;
  for (const token of tokensOf(text)) {
    if (token.text === mark && depth === 0 && angles <= 0) return [text.slice(0, token.start), text.slice(token.end)];
    depth += depthOf(token);
    if (depth === 0 && token.text === '<') angles++;
    if (depth === 0 && token.text === '>') angles--;
  }
  return [text];
};

/** Splits a text at commas outside of brackets. */
export const listOf = (text: string): readonly string[] => {
  const [first, rest] = splitAt(text, ',');
  return [squeezed(first), ...(rest === undefined ? [] : listOf(rest))].filter(Boolean);
};

/** Returns a type on one line. */
export const squeezed = (text: string): string =>
  text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^\| /, '')
    .replace(/([(<[]) (?=\S)/g, '$1')
    .replace(/,? ([)\]>])/g, '$1')
    .replace(/,(\))/g, '$1');
