import { CredentialsError } from '../../errors/credentials-error.js';
import { checkCredentials } from '../check-credentials.js';
import { variables } from '../key-problem.js';
import type { Credentials } from '../credentials.js';
import type { Environment } from './sign-in.js';

const names: Readonly<Record<string, string>> = { ...variables, expiration: 'AWS_CREDENTIAL_EXPIRATION' };

/** Returns the values of all variables that contain credentials. */
export const keysOf = (environment: Environment): readonly unknown[] =>
  [...Object.values(names), 'AWS_ACCOUNT_ID'].map((name) => environment[name] ?? null);

/** Returns the credentials in the environment. `undefined` if it contains none. */
export const environmentCredentials = (environment: Environment): Credentials | undefined => {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = environment;
  if (!AWS_ACCESS_KEY_ID) return undefined;
  if (!AWS_SECRET_ACCESS_KEY)
    throw new CredentialsError(
      'the environment variable AWS_SECRET_ACCESS_KEY is not set, but AWS_ACCESS_KEY_ID is. Set both, or none.',
    );
  const { AWS_CREDENTIAL_EXPIRATION: expiration, AWS_ACCOUNT_ID: accountId } = environment;
  return checkCredentials(
    {
      accessKeyId: AWS_ACCESS_KEY_ID,
      secretAccessKey: AWS_SECRET_ACCESS_KEY,
      ...(AWS_SESSION_TOKEN && { sessionToken: AWS_SESSION_TOKEN }),
      ...(expiration && { expiration: new Date(expiration) }),
      ...(accountId && { accountId }),
    },
    { source: 'the environment', placeOf: (member) => `the environment variable ${names[member]}` },
  );
};
