import { CredentialsError } from '../errors/credentials-error.js';
import type { Credentials } from './credentials.js';
import { type KeyProblem, keyProblem } from './key-problem.js';

type Member = KeyProblem['member'];

/** Where credentials come from, for messages. */
export interface CredentialOrigin {
  /** The subject of a sentence, e.g. `the credential_process of profile dev`. */
  readonly source: string;
  /** Returns the place of a member, where the user can correct it. Default: `<member> from <source>`. */
  readonly placeOf?: ((member: Member | 'expiration') => string) | undefined;
  /** The names of the members at the source, e.g. `AccessKeyId`. Default: those of `Credentials`. */
  readonly names?: Readonly<Record<string, string>> | undefined;
}

/** The names of members in responses of STS and in the output of a `credential_process`. */
export const awsNames = {
  accessKeyId: 'AccessKeyId',
  secretAccessKey: 'SecretAccessKey',
  sessionToken: 'SessionToken',
  expiration: 'Expiration',
} as const;

/** Returns credentials from outside. Throws `CredentialsError` that names the source if they cannot sign a request. */
export const checkCredentials = (given: unknown, origin: CredentialOrigin): Credentials => {
  const { source, placeOf = (member) => `${nameOf(member, origin)} from ${source}` } = origin;
  const credentials = (typeof given === 'object' && given !== null ? given : {}) as Partial<Credentials>;
  for (const member of ['accessKeyId', 'secretAccessKey'] as const) {
    if (typeof credentials[member] !== 'string' || credentials[member] === '')
      throw new CredentialsError(`${source} returned no ${nameOf(member, origin)}.${misnamed(given)}`);
  }
  const { sessionToken, expiration } = credentials;
  if (sessionToken !== undefined && typeof sessionToken !== 'string')
    throw new CredentialsError(`${placeOf('sessionToken')} must be a text.`);
  if (expiration !== undefined && !(expiration instanceof Date && !Number.isNaN(expiration.getTime())))
    throw new CredentialsError(
      `${placeOf('expiration')} is not a valid Date. Return a Date, e.g. new Date('2026-01-01T00:00:00Z').`,
    );
  const found = keyProblem(credentials);
  if (found) throw new CredentialsError(`${placeOf(found.member)} ${found.problem}. Remove it.`);
  return given as Credentials;
};

const nameOf = (member: string, { names }: CredentialOrigin): string => names?.[member] ?? member;

/** STS, the metadata services and credential_process write their members in another case. */
const misnamed = (given: unknown): string =>
  typeof given === 'object' && given !== null && 'AccessKeyId' in given
    ? ' Rename AccessKeyId to accessKeyId, SecretAccessKey to secretAccessKey and SessionToken to sessionToken.'
    : '';
