import { CredentialsError } from '../../errors/credentials-error.js';
import { awsNames, checkCredentials, type CredentialOrigin } from '../check-credentials.js';
import type { Credentials } from '../credentials.js';
import { runProcess } from './run-process.js';
import { shownOutput } from './shown-output.js';
import type { SignIn } from './sign-in.js';

/** The output of a `credential_process`. https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html */
interface Output {
  readonly Version?: unknown;
  readonly AccessKeyId?: unknown;
  readonly SecretAccessKey?: unknown;
  readonly SessionToken?: unknown;
  readonly Expiration?: unknown;
  readonly AccountId?: unknown;
}

/** Runs the `credential_process` of a profile and reads its output. If it fails, the error contains the end of its standard error. */
export const processCredentials = async (profile: string, command: string, signIn: SignIn): Promise<Credentials> => {
  // Only the name of the program: its arguments and variables may be secret.
  const program =
    /^(?:\w+=\S*\s+)*(?:"([^"]+)"|'([^']+)'|(\S+))/.exec(command)?.slice(1).find(Boolean) ?? 'credential_process';
  const place = `profile ${profile} in ${signIn.files.fileOf(profile, 'credential_process')}`;
  const source = `the credential_process ${program} of ${place}`;
  signIn.report(source);
  const { ending, stdout, stderr } = await runProcess(command, signIn.signal).catch((error: unknown) => {
    signIn.signal.throwIfAborted();
    throw new CredentialsError(`${source} could not be started: ${(error as Error).message}.`, { cause: error });
  });
  if (ending !== undefined) {
    const words = shownOutput(stderr);
    throw new CredentialsError(`${source} failed with ${ending}${words ? `: ${words}` : ', without a message.'}`);
  }
  return read(stdout, source, signIn);
};

const read = (stdout: string, source: string, { clock }: SignIn): Credentials => {
  let output: Output | null;
  try {
    output = JSON.parse(stdout) as Output | null;
  } catch {
    throw new CredentialsError(
      `${source} returned ${stdout.trim() === '' ? 'nothing' : 'a text that is not JSON'}. It must write a JSON object with Version, AccessKeyId and SecretAccessKey.`,
    );
  }
  if (output?.Version !== 1) throw new CredentialsError(`${source} returned no "Version": 1.`);
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration, AccountId } = output;
  const origin: CredentialOrigin = { source, names: awsNames };
  const credentials = checkCredentials(
    {
      accessKeyId: AccessKeyId,
      secretAccessKey: SecretAccessKey,
      ...(isPresent(SessionToken) && { sessionToken: SessionToken }),
      ...(isPresent(Expiration) && { expiration: new Date(Expiration as string) }),
      ...(typeof AccountId === 'string' && { accountId: AccountId }),
    },
    origin,
  );
  const { expiration } = credentials;
  if (expiration && expiration.getTime() <= clock.now())
    throw new CredentialsError(
      `${source} returned credentials that expired at ${expiration.toISOString()}. Check it, and the clock of this machine.`,
    );
  return credentials;
};

const isPresent = (value: unknown): boolean => value !== undefined && value !== null && value !== '';
