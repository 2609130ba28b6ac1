/** Steps of functions whose names are not a verb and a noun, or are not clear. */
const steps: Readonly<Record<string, string>> = {
  connectionInfo: 'finding the connection info',
  invokeFunctionAsync: 'invoking the function',
  presignGetObject: 'presigning the download',
  presignPutObject: 'presigning the upload',
  query: 'running the query',
  sql: 'running the SQL',
  sqlBatch: 'running the SQL batch',
  transaction: 'running the transaction',
  waitForTargetsHealthy: 'waiting for the targets',
};

/** Gerunds that do not follow the rules, and those of unclear verbs. */
const gerunds: Readonly<Record<string, string>> = {
  begin: 'beginning',
  commit: 'committing',
  head: 'looking at',
  permit: 'permitting',
  presign: 'presigning',
  rollback: 'rolling back',
  submit: 'submitting',
  untag: 'untagging',
};

const prepositions = new Set(['as', 'for', 'from', 'in', 'of', 'on', 'to', 'with']);

/** Spellings of words that are not lower case, or that are abbreviated in names. */
const spellings: Readonly<Record<string, string>> = {
  api: 'API',
  apis: 'APIs',
  config: 'configuration',
  configs: 'configurations',
  cors: 'CORS',
  db: 'DB',
  emr: 'EMR',
  http: 'HTTP',
  id: 'ID',
  json: 'JSON',
  redshift: 'Redshift',
  spark: 'Spark',
  sql: 'SQL',
  url: 'URL',
  vpc: 'VPC',
  vpcs: 'VPCs',
};

/** Returns the step that a function does, in words: `describeDbInstance` and `DescribeDBInstance` are `describing the DB instance`. */
export const stepOf = (name: string): string => (Object.hasOwn(steps, name) ? (steps[name] ?? '') : inWords(name));

const inWords = (name: string): string => {
  const [verb = '', ...nouns] = name
    .split(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/)
    .map((word) => word.toLowerCase());
  const [first = '', ...others] = nouns;
  const [preposition, things] = prepositions.has(first) ? [[first], others] : [[], nouns];
  const article = things.length > 0 ? ['the'] : [];
  return [gerundOf(verb), ...preposition, ...article, ...things.map((word) => spellings[word] ?? word)].join(' ');
};

const gerundOf = (verb: string): string => {
  const known = Object.hasOwn(gerunds, verb) ? gerunds[verb] : undefined;
  if (known !== undefined) return known;
  if (/[^eio]e$/.test(verb)) return `${verb.slice(0, -1)}ing`;
  // One syllable with one vowel and one consonant at the end: stopping, running, getting.
  if (/^[^aeiou]*[aeiou][^aeiouwxy]$/.test(verb)) return `${verb}${verb.at(-1)}ing`;
  return `${verb}ing`;
};
