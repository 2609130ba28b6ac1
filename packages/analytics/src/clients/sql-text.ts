/** What is known of a text of SQL without a database. */
export interface SqlText {
  /** Names that stand in it as `:name`, in their order. */
  readonly parameterNames: readonly string[];
  /** Its first line, short, with what stands between quotes left out: for messages. */
  readonly firstLine: string;
}

/**
 * Reads a text of SQL: a colon within a string, a quoted name or a comment begins no parameter, nor does that of `::` or `:=`.
 * `backslashes` says whether `\'` stands for a quote within a string, as it does for Redshift and not for every version of Postgres.
 */
export const sqlText = (sql: string, backslashes = true): SqlText => {
  const names = new Set<string>();
  let shown = '';
  let from = 0;
  for (const { index, text, name } of tokensOf(sql, backslashes)) {
    if (name !== undefined) names.add(name);
    if (!text.startsWith("'")) continue;
    shown += `${sql.slice(from, index)}'…'`;
    from = index + text.length;
  }
  const [line = ''] = (shown + sql.slice(from)).trim().split('\n', 1);
  const firstLine = line.length > 80 ? `${line.slice(0, 77)}…` : line.trimEnd();
  return { parameterNames: [...names], firstLine };
};

interface Token {
  readonly index: number;
  readonly text: string;
  readonly name?: string | undefined;
}

/** What is not closed reaches to the end. */
const opening = /'|"|--|\/\*|\$(?:[A-Za-z_]\w*)?\$|::|:=|:([A-Za-z_]\w*)/g;
const ends: Readonly<Record<string, RegExp>> = {
  "'": /''|'/g,
  '"': /""|"/g,
  '--': /\n/g,
};
const escapedEnd = /\\[^]|''|'/g;

/** Strings, quoted names, comments, casts and parameters of a text. */
function* tokensOf(sql: string, backslashes: boolean): Generator<Token> {
  const pattern = new RegExp(opening);
  for (let found = pattern.exec(sql); found; found = pattern.exec(sql)) {
    const { index, 0: open, 1: name } = found;
    const inside = pattern.lastIndex;
    if (open === '/*') pattern.lastIndex = endOfComment(sql, inside);
    else if (open.startsWith('$')) pattern.lastIndex = endOfDollars(sql, open, inside);
    else if (open === "'" && backslashes) pattern.lastIndex = endOf(sql, escapedEnd, inside);
    else if (ends[open]) pattern.lastIndex = endOf(sql, ends[open], inside);
    yield { index, text: sql.slice(index, pattern.lastIndex), name };
  }
}

const endOf = (sql: string, end: RegExp, from: number): number => {
  const pattern = new RegExp(end);
  pattern.lastIndex = from;
  for (let found = pattern.exec(sql); found; found = pattern.exec(sql)) {
    if (found[0].length === 1) return pattern.lastIndex;
  }
  return sql.length;
};

const endOfDollars = (sql: string, tag: string, from: number): number => {
  const end = sql.indexOf(tag, from);
  return end < 0 ? sql.length : end + tag.length;
};

/** Comments of Postgres and Redshift nest. */
const endOfComment = (sql: string, from: number): number => {
  const brackets = /\/\*|\*\//g;
  brackets.lastIndex = from;
  let depth = 1;
  for (let found = brackets.exec(sql); found; found = brackets.exec(sql)) {
    depth += found[0] === '/*' ? 1 : -1;
    if (depth === 0) return brackets.lastIndex;
  }
  return sql.length;
};
