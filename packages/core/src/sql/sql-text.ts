/**
 * How a database reads SQL: whether `\'` stands for a quote within a string, as it does for Redshift and not for every version of Postgres;
 * or as MySQL, whose names stand in backticks and whose comments may begin with `#`.
 */
export const sqlDialects = ['backslashes', 'standard', 'mysql'] as const;
export type SqlDialect = (typeof sqlDialects)[number];

/** What is known of a text of SQL without a database. */
export interface SqlText {
  /** Names that stand in it as `:name`, in their order. */
  readonly parameterNames: readonly string[];
}

/** Reads a text of SQL: a colon within a string, a quoted name or a comment begins no parameter, nor does that of `::` or `:=`. */
export const sqlText = (sql: string, dialect: SqlDialect = 'backslashes'): SqlText => {
  return { parameterNames: [...new Set(namesOf(sql, dialect))] };
};

/** What is not closed reaches to the end. */
const opening = /'|"|--|\/\*|\$(?:[A-Za-z_]\w*)?\$|::|:=|:([A-Za-z_]\w*)/g;
const openingOfMysql = /'|"|`|--(?=\s|$)|#|\/\*|:=|:([A-Za-z_]\w*)/g;

/** Where it ends: at the first match of one character; longer ones are quotes that stand for themselves. */
const ends: Readonly<Record<string, RegExp>> = {
  "'": /''|'/g,
  '"': /""|"/g,
  '`': /``|`/g,
  '--': /\n/g,
  '#': /\n/g,
};
const escapedEnds: Readonly<Record<string, RegExp>> = { "'": /\\[^]|''|'/g, '"': /\\[^]|""|"/g };

const endsIn: Readonly<Record<SqlDialect, Readonly<Record<string, RegExp>>>> = {
  standard: ends,
  backslashes: { ...ends, "'": escapedEnds["'"]! },
  mysql: { ...ends, ...escapedEnds },
};

/** The names of parameters in a text, beside its strings, quoted names, comments and casts. */
function* namesOf(sql: string, dialect: SqlDialect): Generator<string> {
  const isMysql = dialect === 'mysql';
  const pattern = new RegExp(isMysql ? openingOfMysql : opening);
  for (let found = pattern.exec(sql); found; found = pattern.exec(sql)) {
    const { 0: open, 1: name } = found;
    const inside = pattern.lastIndex;
    const end = endsIn[dialect][open];
    if (open === '/*') pattern.lastIndex = endOfComment(sql, inside, isMysql);
    else if (open.startsWith('$')) pattern.lastIndex = endOfDollars(sql, open, inside);
    else if (end) pattern.lastIndex = endOf(sql, end, inside);
    if (name !== undefined) yield name;
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

/** Comments of Postgres and Redshift nest, those of MySQL do not. */
const endOfComment = (sql: string, from: number, isMysql: boolean): number => {
  const brackets = /\/\*|\*\//g;
  brackets.lastIndex = from;
  let depth = 1;
  for (let found = brackets.exec(sql); found; found = brackets.exec(sql)) {
    if (found[0] === '*/') depth--;
    else if (!isMysql) depth++;
    if (depth === 0) return brackets.lastIndex;
  }
  return sql.length;
};
