/** A token of SQL. There is only white space between two tokens. */
export interface SqlToken {
  /** `text`: a string literal or a quoted identifier. `symbol`: one character, or `::`, or `:=`. */
  readonly kind: 'word' | 'number' | 'text' | 'comment' | 'symbol';
  /** Offsets in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

const word = /[\p{L}_][\p{L}\p{N}_$]*/uy;
const number = /(?:\d[\w.]*|\.\d[\w.]*)/y;
const lineComment = /--[^\r\n]*/y;
const quotedIdentifier = /"(?:[^"]|"")*(?:"|$)/y;
const plainString = /'(?:[^']|'')*(?:'|$)/y;
const escapeString = /[eE]'(?:[^'\\]|''|\\[^])*(?:'|\\?$)/y;
const dollarTag = /\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/uy;
const positional = /\$\d+/y;
const longSymbol = /::|:=/y;

/** Divides SQL into tokens with the rules of Postgres. A string or comment that is not closed extends to the end. */
export function* sqlTokens(sql: string): Generator<SqlToken> {
  for (let start = 0; start < sql.length;) {
    if (/\s/.test(sql.charAt(start))) {
      start += 1;
      continue;
    }
    const token = tokenAt(sql, start);
    yield token;
    start = token.end;
  }
}

function tokenAt(sql: string, start: number): SqlToken {
  const as = (kind: SqlToken['kind'], end: number): SqlToken => ({ kind, start, end });
  const comment = endOfMatch(lineComment, sql, start) ?? endOfBlockComment(sql, start);
  if (comment !== undefined) return as('comment', comment);
  const text = endOfText(sql, start);
  if (text !== undefined) return as('text', text);
  const name = endOfMatch(word, sql, start);
  if (name !== undefined) return as('word', name);
  const digits = endOfMatch(number, sql, start);
  if (digits !== undefined) return as('number', digits);
  return as('symbol', endOfMatch(positional, sql, start) ?? endOfMatch(longSymbol, sql, start) ?? start + 1);
}

function endOfText(sql: string, start: number): number | undefined {
  return (
    endOfMatch(plainString, sql, start) ??
    endOfMatch(quotedIdentifier, sql, start) ??
    endOfMatch(escapeString, sql, start) ??
    endOfDollarQuote(sql, start)
  );
}

function endOfDollarQuote(sql: string, start: number): number | undefined {
  const opened = endOfMatch(dollarTag, sql, start);
  if (opened === undefined) return undefined;
  const tag = sql.slice(start, opened);
  const closing = sql.indexOf(tag, opened);
  return closing === -1 ? sql.length : closing + tag.length;
}

/** In Postgres, block comments can be nested. */
function endOfBlockComment(sql: string, start: number): number | undefined {
  if (!sql.startsWith('/*', start)) return undefined;
  let depth = 1;
  const brackets = /\/\*|\*\//g;
  brackets.lastIndex = start + 2;
  for (let found = brackets.exec(sql); found !== null; found = brackets.exec(sql)) {
    depth += found[0] === '/*' ? 1 : -1;
    if (depth === 0) return brackets.lastIndex;
  }
  return sql.length;
}

function endOfMatch(pattern: RegExp, sql: string, start: number): number | undefined {
  pattern.lastIndex = start;
  return pattern.test(sql) ? pattern.lastIndex : undefined;
}
