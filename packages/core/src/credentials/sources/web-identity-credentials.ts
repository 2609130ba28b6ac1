import type { Credentials } from '../credentials.js';
import { credentialsOfSts } from '../credentials-of-sts.js';
import type { SignIn, SignInResult } from './sign-in.js';
import { sourceError } from './source-error.js';

/** A role that is assumed with a token in a file. */
export interface WebIdentity {
  readonly roleArn: string;
  readonly tokenFile: string;
  readonly sessionName?: string | undefined;
  /** Where these settings are, e.g. `profile dev`. */
  readonly place: string;
}

/** Assumes the role of the environment with its token, e.g. in a pod of EKS. */
export const webIdentityCredentials = async (signIn: SignIn): Promise<SignInResult> => {
  const {
    AWS_WEB_IDENTITY_TOKEN_FILE: tokenFile,
    AWS_ROLE_ARN: roleArn,
    AWS_ROLE_SESSION_NAME: sessionName,
  } = signIn.environment;
  if (!tokenFile || !roleArn)
    return { skipped: `${tokenFile ? 'AWS_ROLE_ARN' : 'AWS_WEB_IDENTITY_TOKEN_FILE'} is not set` };
  const place = 'AWS_WEB_IDENTITY_TOKEN_FILE';
  return { credentials: await assumeWithWebIdentity({ roleArn, tokenFile, sessionName, place }, signIn) };
};

/** Requests credentials from STS. https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html */
export const assumeWithWebIdentity = async (identity: WebIdentity, signIn: SignIn): Promise<Credentials> => {
  const { roleArn, tokenFile, sessionName, place } = identity;
  const source = `AssumeRoleWithWebIdentity of ${roleArn} (${place})`;
  signIn.report(source);
  try {
    const { readFile } = process.getBuiltinModule('node:fs/promises');
    const token = await readFile(tokenFile, { encoding: 'utf8', signal: signIn.signal });
    const { StsClient, stsCommands } = await import('../sts/sts-client.js');
    const { AssumeRoleWithWebIdentityCommand } = stsCommands();
    const { Credentials: keys } = await signIn.client(StsClient).send(
      new AssumeRoleWithWebIdentityCommand({
        RoleArn: roleArn,
        RoleSessionName: sessionName || `arch-${Date.now()}`,
        WebIdentityToken: token.trim(),
      }),
      { abortSignal: signIn.signal },
    );
    return credentialsOfSts(keys, source);
  } catch (error) {
    signIn.signal.throwIfAborted();
    throw sourceError(error, source, 'Check the trust policy of the role and the token.');
  }
};
