import { CredentialsError } from '../../errors/credentials-error.js';
import { checkCredentials } from '../check-credentials.js';
import type { Credentials } from '../credentials.js';
import { variables } from '../key-problem.js';
import { assumeProfileRole } from './assume-profile-role.js';
import { loginCredentials } from './login-credentials.js';
import { processCredentials } from './process-credentials.js';
import { ssoCredentials } from './sso-credentials.js';
import type { SignIn, SignInResult } from './sign-in.js';
import { assumeWithWebIdentity } from './web-identity-credentials.js';

/** Resolves the credentials of the profile of a sign-in. */
export const profileCredentials = async (signIn: SignIn): Promise<SignInResult> => {
  const { profile, isChosen, files } = signIn;
  if (files.profile(profile)) {
    const credentials = await credentialsOfProfile(profile, signIn);
    return credentials ? { credentials } : { skipped: 'it contains no credentials' };
  }
  if (!isChosen) return { skipped: 'it does not exist in the shared files' };
  throw missingProfile(profile, signIn);
};

/** Returns the credentials of a profile, of the first kind that it contains. `visited` are the profiles whose `source_profile` led here. */
export const credentialsOfProfile = async (
  name: string,
  signIn: SignIn,
  visited: readonly string[] = [],
): Promise<Credentials | undefined> => {
  const settings = signIn.files.profile(name);
  if (!settings) throw missingProfile(name, signIn);
  const { role_arn: roleArn, web_identity_token_file: tokenFile } = settings;
  const isSource = visited.length > 0;
  if (isSource && settings['aws_access_key_id']) return keysOf(name, signIn);
  const isRole = settings['source_profile'] || settings['credential_source'];
  if (roleArn && isRole) return assumeProfileRole(name, settings, signIn, { visited, credentialsOfProfile });
  if (settings['aws_access_key_id'] || settings['aws_secret_access_key']) return keysOf(name, signIn);
  if (roleArn && tokenFile) {
    const { role_session_name: sessionName } = settings;
    return assumeWithWebIdentity({ roleArn, tokenFile, sessionName, place: `profile ${name}` }, signIn);
  }
  if (settings['credential_process']) return processCredentials(name, settings['credential_process'], signIn);
  if (Object.keys(settings).some((setting) => setting.startsWith('sso_'))) {
    return ssoCredentials(name, settings, signIn);
  }
  if (settings['login_session']) return loginCredentials(name, signIn);
  if (roleArn)
    throw new CredentialsError(
      `profile ${name} in ${signIn.files.fileOf(name, 'role_arn')} has a role_arn, but no source_profile, credential_source or web_identity_token_file. Add one of them.`,
    );
  return undefined;
};

const keysOf = (name: string, { files }: SignIn): Credentials => {
  const settings = files.profile(name) ?? {};
  const { aws_access_key_id, aws_secret_access_key, aws_session_token, aws_account_id } = settings;
  const placeOf = (setting: string): string => `${setting} of profile ${name} in ${files.fileOf(name, setting)}`;
  for (const [setting, other] of [
    ['aws_access_key_id', 'aws_secret_access_key'],
    ['aws_secret_access_key', 'aws_access_key_id'],
  ] as const) {
    if (!settings[setting]) throw new CredentialsError(`${placeOf(other)} is set, but ${setting} is not. Add it.`);
  }
  return checkCredentials(
    {
      accessKeyId: aws_access_key_id,
      secretAccessKey: aws_secret_access_key,
      ...(aws_session_token && { sessionToken: aws_session_token }),
      ...(aws_account_id && { accountId: aws_account_id }),
    },
    {
      source: `profile ${name}`,
      placeOf: (member) => placeOf(member === 'expiration' ? member : variables[member].toLowerCase()),
    },
  );
};

const missingProfile = (name: string, { files }: SignIn): CredentialsError =>
  new CredentialsError(
    `profile ${name} does not exist. ${
      files.profileNames.length > 0
        ? `The shared files contain: ${files.profileNames.slice(0, 20).join(', ')}.`
        : 'The shared files ~/.aws/config and ~/.aws/credentials contain no profile.'
    }`,
  );
