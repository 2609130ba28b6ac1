import { checkCredentials } from '../check-credentials.js';
import type { Credentials } from '../credentials.js';
import type { SignIn } from './sign-in.js';
import { sourceError } from './source-error.js';

/** Reads or renews the credentials that `aws login` has stored. */
export const loginCredentials = async (
  name: string,
  { clientSettings, signal, report }: SignIn,
): Promise<Credentials> => {
  const source = `the sign-in of aws login (profile ${name})`;
  report(source);
  try {
    const { fromLoginCredentials } = await import('@aws-sdk/credential-provider-login');
    return checkCredentials(await fromLoginCredentials({ profile: name, clientConfig: clientSettings as never })(), {
      source,
    });
  } catch (error) {
    signal.throwIfAborted();
    throw sourceError(error, source, `Run aws login --profile ${name}.`);
  }
};
