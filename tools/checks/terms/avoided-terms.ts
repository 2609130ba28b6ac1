/** A word that the glossary in `docs/naming.md` or the style of the texts rejects, and the word to use. */
export interface AvoidedTerm {
  readonly pattern: RegExp;
  readonly instead: string;
}

/** Only words that are wrong in nearly every sentence. Words such as "hold", "take", "field" and "key" also have meanings that are right. */
export const avoidedTerms: readonly AvoidedTerm[] = [
  { pattern: /(?<!-)\banswer(?:s|ed|ing)?\b(?!-)/i, instead: 'response, or responds' },
  { pattern: /\bask(?:s|ed|ing)?\b/i, instead: 'request, call or check' },
  { pattern: /\b(?:try|tries|tried|trying) again\b/i, instead: 'retry, or repeat the call' },
  { pattern: /\b(?:send|sends|sent) anew\b/i, instead: 'retry' },
  { pattern: /\bhand(?:s|ed|ing)? on\b/i, instead: 'return, pass or export' },
  { pattern: /\b(?:leave|leaves|left|leaving) out\b/i, instead: 'omit' },
  { pattern: /\bbesides?\b/i, instead: 'in addition to, or next to' },
  { pattern: /\bof (?:yours|the user's)\b/i, instead: 'your, or user-defined' },
  { pattern: /\bclean(?:s|ed|ing)? up\b/i, instead: 'undo' },
  { pattern: /\b(?:who|why)ever\b/i, instead: 'the noun: the caller, the consumer' },
  { pattern: /\bshall\b/i, instead: 'must, or the present tense' },
  { pattern: /\b(?:come|comes|came) to (?:pass|stand)\b/i, instead: 'fails, with "not"' },
  { pattern: /\bmust be there\b/i, instead: 'is required' },
  { pattern: /\ball the same\b/i, instead: 'nevertheless, or nothing' },
  { pattern: /\bside by side\b/i, instead: 'in parallel, or next to each other' },
];

/** A text that people read, and where it is. */
export interface PublicText {
  readonly path: string;
  readonly text: string;
}

/** Where such a word is right: the file, the word, and why. */
export const allowedTerms: readonly { readonly path: string; readonly word: string; readonly reason: string }[] = [
  { path: 'README.md', word: 'Answer', reason: 'The task is called so in the architecture model.' },
  { path: 'SECURITY.md', word: 'ask', reason: 'Somebody asks us.' },
  { path: 'packages/core/src/errors/arch-error.ts', word: 'asks', reason: 'People of AWS ask.' },
  {
    path: 'packages/core/src/testing/delivery/break-answer.ts',
    word: 'answer',
    reason: 'A broken response of a test.',
  },
  {
    path: 'packages/analytics/src/redshift/clusters/wait-for-redshift-cluster.ts',
    word: 'cleans up',
    reason: 'AWS cleans up. It undoes nothing.',
  },
  {
    path: 'packages/local/src/sql/redshift-serverless/resource-collection.ts',
    word: 'Try again',
    reason: "It is AWS's own message.",
  },
];

/** An avoided word in a text. */
export interface FoundTerm {
  readonly path: string;
  readonly word: string;
  /** The sentence around the word, and what to write instead. */
  readonly problem: string;
}

/** Finds the avoided words in texts. */
export const findAvoidedTerms = (texts: readonly PublicText[]): readonly FoundTerm[] =>
  texts.flatMap(({ path, text }) =>
    avoidedTerms.flatMap(({ pattern, instead }) =>
      [...text.matchAll(new RegExp(pattern, 'gi'))].map(({ 0: word, index }) => {
        const around = text.slice(Math.max(0, index - 40), index + word.length + 40).replace(/\s+/g, ' ');
        return { path, word, problem: `${path}: “${word}” in “${around}”: use ${instead}` };
      }),
    ),
  );
