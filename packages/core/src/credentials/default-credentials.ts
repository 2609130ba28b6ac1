import { CredentialsError } from '../errors/credentials-error.js';
import type { Credentials } from './credentials.js';
import { containerCredentials } from './sources/container-credentials.js';
import { instanceCredentials } from './sources/instance-credentials.js';
import { profileCredentials } from './sources/profile-credentials.js';
import type { SignIn, SignInResult } from './sources/sign-in.js';
import { webIdentityCredentials } from './sources/web-identity-credentials.js';

/**
 * Returns the credentials of the first source after the environment that is configured: profile, web identity, container, instance. A source
 * that is configured and fails is an error: the next one could be another identity.
 */
export const defaultCredentials = async (signIn: SignIn): Promise<Credentials> => {
  const tried = ['the environment (AWS_ACCESS_KEY_ID is not set)'];
  for (const [name, source] of sourcesOf(signIn)) {
    const result = await source(signIn).catch((error: unknown) => {
      throw withTried(error, tried);
    });
    if ('credentials' in result) return result.credentials;
    tried.push(`${name} (${result.skipped})`);
  }
  throw new CredentialsError(
    `no usable credentials. Tried: ${tried.join(', ')}. Run aws configure or aws sso login, set AWS_ACCESS_KEY_ID and ` +
      'AWS_SECRET_ACCESS_KEY, or pass a session with credentials.',
  );
};

type Source = (signIn: SignIn) => Promise<SignInResult>;

const sourcesOf = ({ profile }: SignIn): readonly (readonly [string, Source])[] => [
  [`profile ${profile}`, profileCredentials],
  ['web identity', webIdentityCredentials],
  ['container', containerCredentials],
  ['instance metadata', instanceCredentials],
];

/** Adds the sources before the one that failed to its error. The environment, which is always the first one, is not worth a sentence. */
const withTried = (error: unknown, tried: readonly string[]): unknown =>
  error instanceof CredentialsError && tried.length > 1
    ? new CredentialsError(`${error.message} Before it: ${tried.join(', ')}.`, {
        code: error.code,
        cause: error.cause,
        retryable: error.retryable,
      })
    : error;
