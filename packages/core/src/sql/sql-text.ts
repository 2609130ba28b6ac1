/**
 * How databases read SQL. `backslashes`: `\'` is a quote within a string, as in Redshift. `standard`: it is not, as in most versions of
 * Postgres. `mysql`: names are quoted in backticks and comments can begin with `#`.
 */
export const sqlDialects = ['backslashes', 'standard', 'mysql'] as const;
export type SqlDialect = (typeof sqlDialects)[number];

/** The facts about SQL that are known without a database. */
export interface SqlText {
  /** The names of parameters such as `:name` and `:1`, in order and without duplicates. */
  readonly parameterNames: readonly string[];
}

/** Finds the parameters in SQL. A colon in a string, a quoted name, a comment, `::` or `:=` does not begin a parameter. */
export const sqlText = (sql: string, dialect: SqlDialect = 'backslashes'): SqlText => {
  return { parameterNames: [...new Set(namesOf(sql, dialect))] };
};

/** Starts of strings, quoted names, comments, casts and parameters. An unclosed one extends to the end. */
const opening = /'|"|--|\/\*|\$(?:[A-Za-z_]\w*)?\$|::|:=|:(\d+(?!\w)|[A-Za-z_]\w*)/g;
const openingOfMysql = /'|"|`|--(?=\s|$)|#|\/\*|:=|:(\d+(?!\w)|[A-Za-z_]\w*)/g;
/** In Postgres, the colon of an array slice such as `days[1:2]` and `days[:2]`. A parameter never follows a value or an open bracket of an array directly. */
const sliceBefore = /(?:[\w\])"[]|[\d\]]\s+|\[\s+)$/;

/** The ends: the first match of one character. Longer matches are escaped quotes. */
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

/** The parameter names outside of strings, quoted names, comments and casts. */
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
    if (name !== undefined && !(dialect === 'standard' && isSlice(sql, found.index))) yield name;
  }
}

const isSlice = (sql: string, colon: number): boolean => sliceBefore.test(sql.slice(Math.max(0, colon - 8), colon));

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

/** Comments can be nested in Postgres and Redshift, but not in MySQL. */
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
