/** A value among credentials that no request can be signed with, or sent. */
export interface KeyProblem {
  readonly member: keyof typeof variables;
  /** The end of a sentence; nothing of the value is in it. */
  readonly problem: string;
}

/** What credentials consist of. */
type Keys = { readonly [Member in KeyProblem['member']]?: unknown };

/** How the environment calls them, and files in lower case. */
export const variables = {
  accessKeyId: 'AWS_ACCESS_KEY_ID',
  secretAccessKey: 'AWS_SECRET_ACCESS_KEY',
  sessionToken: 'AWS_SESSION_TOKEN',
} as const;

/** Finds what AWS's keys never contain: a line break that a file ended with, a blank that was copied. Node would refuse it, or AWS the signature. */
export const keyProblem = (credentials: Keys): KeyProblem | undefined => {
  for (const member of Object.keys(variables) as (keyof typeof variables)[]) {
    const value = credentials[member];
    const found = typeof value === 'string' ? kinds.find(([pattern]) => pattern.test(value)) : undefined;
    if (found) return { member, problem: `contains ${found[1]}` };
  }
  return undefined;
};

const kinds: readonly (readonly [RegExp, string])[] = [
  [/[\r\n]/, 'a line break'],
  [/\s/, 'a blank'],
  [/\p{Cc}/u, 'a control character'],
  [/[^\x21-\x7e]/, 'a character beyond ASCII'],
];
