/** A value in credentials that cannot sign or send a request. */
export interface KeyProblem {
  readonly member: keyof typeof variables;
  /** The end of a sentence, without any part of the value. */
  readonly problem: string;
}

/** Members of credentials. */
type Keys = { readonly [Member in KeyProblem['member']]?: unknown };

/** Names of the members in the environment, and in lower case in the shared files. */
export const variables = {
  accessKeyId: 'AWS_ACCESS_KEY_ID',
  secretAccessKey: 'AWS_SECRET_ACCESS_KEY',
  sessionToken: 'AWS_SESSION_TOKEN',
} as const;

/** Finds characters that AWS's keys never contain, e.g. a copied line break or space. Node.js would reject them, or AWS the signature. */
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
  [/\s/, 'a space'],
  [/\p{Cc}/u, 'a control character'],
  [/[^\x21-\x7e]/, 'a character that is not ASCII'],
];
