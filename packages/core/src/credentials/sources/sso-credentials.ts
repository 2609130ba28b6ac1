import { CredentialsError } from '../../errors/credentials-error.js';
import { checkCredentials } from '../check-credentials.js';
import type { Credentials } from '../credentials.js';
import type { SignIn } from './sign-in.js';
import { sourceError } from './source-error.js';

/** Requests the credentials of a profile from IAM Identity Center with the token of `aws sso login`. */
export const ssoCredentials = async (
  name: string,
  settings: Readonly<Record<string, string | undefined>>,
  { files, clientSettings, signal, report }: SignIn,
): Promise<Credentials> => {
  const source = `IAM Identity Center (profile ${name})`;
  report(source);
  const { sso_session: session } = settings;
  const all = { ...settings, ...(session && files.ssoSession(session)) };
  const isMissing = session && !files.ssoSession(session);
  const missing = ['sso_start_url', 'sso_region', 'sso_account_id', 'sso_role_name'].filter((each) => !all[each]);
  if (isMissing || missing.length > 0)
    throw new CredentialsError(
      isMissing
        ? `profile ${name} has the sso_session ${session}, but the config file has no section [sso-session ${session}]. Run aws configure sso.`
        : `profile ${name} has no ${missing.join(', no ')} for IAM Identity Center. Run aws configure sso.`,
    );
  try {
    const { fromSSO } = await import('@aws-sdk/credential-provider-sso');
    return checkCredentials(await fromSSO({ profile: name, clientConfig: clientSettings as never })(), { source });
  } catch (error) {
    signal.throwIfAborted();
    throw sourceError(error, source, `Run aws sso login --profile ${name}.`);
  }
};
