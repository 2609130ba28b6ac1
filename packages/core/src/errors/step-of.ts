/** Verbs whose gerund no rule gives, and those that are better said with another one. */
const gerunds: Readonly<Record<string, string>> = {
  begin: 'beginning',
  head: 'looking at',
  permit: 'permitting',
  presign: 'presigning',
  rollback: 'rolling back',
  submit: 'submitting',
};

/** Names that are no verb and noun. */
const steps: Readonly<Record<string, string>> = {
  query: 'running the query',
  sql: 'running the SQL',
  sqlBatch: 'running the SQL batch',
};

/** What a function of AWS's name does, in words: `describeDbInstance` is `describing the DB instance`. */
export const stepOf = (name: string): string => steps[name] ?? wordsFor(name);

const wordsFor = (name: string): string => {
  const [verb = '', ...nouns] = wordsOf(name);
  const doing = gerunds[verb] ?? gerundOf(verb);
  if (nouns.length === 0) return doing;
  const [first = '', ...others] = nouns;
  const goesOn = prepositions.has(first);
  if (goesOn && others.length === 0) return `${doing} ${first}`;
  return [doing, ...(goesOn ? [first] : []), 'the', ...(goesOn ? others : nouns)].join(' ');
};

const prepositions = new Set(['as', 'for', 'from', 'in', 'of', 'on', 'to', 'with']);

const abbreviations = new Set([
  'api',
  'arn',
  'cpu',
  'db',
  'emr',
  'http',
  'iam',
  'id',
  'kms',
  'rds',
  's3',
  'sns',
  'sql',
  'sqs',
  'sts',
  'url',
  'vpc',
]);

const wordsOf = (name: string): readonly string[] =>
  name
    .replaceAll(/[A-Z]+/g, (capitals) => ` ${capitals}`)
    .trim()
    .toLowerCase()
    .split(' ')
    .map((word, at) => (at > 0 && abbreviations.has(word) ? word.toUpperCase() : word));

const gerundOf = (verb: string): string => {
  if (/[^eio]e$/.test(verb)) return `${verb.slice(0, -1)}ing`;
  // One syllable that ends in one consonant after one vowel: stopping, running, getting.
  if (/^[^aeiou]*[aeiou][^aeiouwxy]$/.test(verb)) return `${verb}${verb.at(-1)}ing`;
  return `${verb}ing`;
};
