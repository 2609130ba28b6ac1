/** A token of a TypeScript source. */
export interface Token {
  readonly kind: 'comment' | 'literal' | 'word' | 'mark';
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const blank = /\s+/y;
const comment = /\/\/[^\n]*|\/\*[\s\S]*?\*\//y;
const quoted = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/y;
const regularExpression = /\/(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;
const word = /[\w$#]+/y;
const arrow = /=>/y;

/** After these characters, a slash is a division. After all others, it begins a regular expression. */
const endsValue = /^[\w$)\]}]/;

/** Splits a TypeScript source into tokens, without white space. */
export function* tokensOf(source: string, start = 0, end: number = source.length): Generator<Token, void, undefined> {
  let before = '';
  for (let at = start; at < end;) {
    at = match(blank, source, at) ?? at;
    if (at >= end) return;
    const token = tokenAt(source, at, before);
    yield token;
    if (token.kind !== 'comment') before = token.text.at(-1) ?? '';
    at = token.end;
  }
}

const tokenAt = (source: string, start: number, before: string): Token => {
  const make = (kind: Token['kind'], end: number): Token => ({ kind, start, end, text: source.slice(start, end) });
  const commentEnd = match(comment, source, start);
  if (commentEnd !== undefined) return make('comment', commentEnd);
  if (source[start] === '`') return make('literal', endOfTemplate(source, start));
  const literalEnd =
    match(quoted, source, start) ?? (endsValue.test(before) ? undefined : match(regularExpression, source, start));
  if (literalEnd !== undefined) return make('literal', literalEnd);
  const wordEnd = match(word, source, start);
  if (wordEnd !== undefined) return make('word', wordEnd);
  return make('mark', match(arrow, source, start) ?? start + 1);
};

const endOfTemplate = (source: string, start: number): number => {
  for (let at = start + 1; at < source.length; at++) {
    if (source[at] === '\\') at++;
    else if (source[at] === '`') return at + 1;
    else if (source.startsWith('${', at)) at = endOfBrackets(source, at + 1) - 1;
  }
  return source.length;
};

/** Returns the index after the bracket that closes the one at `start`. */
export const endOfBrackets = (source: string, start: number): number => {
  let depth = 0;
  for (const token of tokensOf(source, start)) {
    depth += depthOf(token);
    if (depth === 0) return token.end;
  }
  return source.length;
};

/** Returns 1 for an opening bracket and -1 for a closing bracket. Angle brackets are ignored, because they are also comparisons. */
export const depthOf = ({ kind, text }: Token): number => {
  if (kind !== 'mark') return 0;
  if ('([{'.includes(text)) return 1;
  return ')]}'.includes(text) ? -1 : 0;
};

const match = (pattern: RegExp, source: string, at: number): number | undefined => {
  pattern.lastIndex = at;
  return pattern.test(source) ? pattern.lastIndex : undefined;
};
