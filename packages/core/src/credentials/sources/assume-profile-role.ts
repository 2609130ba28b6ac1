import { CredentialsError } from '../../errors/credentials-error.js';
import { assumeRole } from '../assume-role.js';
import type { Credentials } from '../credentials.js';
import { containerCredentials } from './container-credentials.js';
import { environmentCredentials } from './environment-credentials.js';
import { instanceCredentials } from './instance-credentials.js';
import type { SignIn, SignInResult } from './sign-in.js';
import { sourceError } from './source-error.js';

/** How a profile with a role continues with its `source_profile`. */
export interface RoleContext {
  readonly visited: readonly string[];
  readonly credentialsOfProfile: (
    name: string,
    signIn: SignIn,
    visited: readonly string[],
  ) => Promise<Credentials | undefined>;
}

type Settings = Readonly<Record<string, string | undefined>>;

/** Assumes the role of a profile. https://docs.aws.amazon.com/sdkref/latest/guide/feature-assume-role-credentials.html */
export const assumeProfileRole = async (
  name: string,
  settings: Settings,
  signIn: SignIn,
  context: RoleContext,
): Promise<Credentials> => {
  const roleArn = settings['role_arn'] ?? '';
  const credentials = await sourceCredentials(name, settings, signIn, context);
  const source = `AssumeRole of ${roleArn} (profile ${name})`;
  signIn.report(source);
  const serialNumber = settings['mfa_serial'];
  const tokenCode = serialNumber && (await mfaCodeOf(name, serialNumber, signIn));
  const region = settings['region'];
  try {
    return await assumeRole(
      (type) => signIn.client(type, { credentials, ...(region && { region }) }),
      {
        roleArn,
        roleSessionName: settings['role_session_name'],
        externalId: settings['external_id'],
        durationSeconds: durationOf(name, settings['duration_seconds']),
        serialNumber,
        tokenCode,
      },
      signIn.signal,
    );
  } catch (error) {
    signIn.signal.throwIfAborted();
    if (tokenCode && /MultiFactorAuthentication|\bMFA\b/i.test((error as Error).message))
      throw new CredentialsError(
        `${source}: AWS rejected the MFA code of ${serialNumber}. A code is valid once and for 30 seconds: pass a new one.`,
        { cause: error },
      );
    // The error of a denial says which permission is missing.
    throw /\bsts:AssumeRole\b/.test((error as Error).message) ? error : sourceError(error, source);
  }
};

const sourceCredentials = async (
  name: string,
  settings: Settings,
  signIn: SignIn,
  { visited, credentialsOfProfile }: RoleContext,
): Promise<Credentials> => {
  const { source_profile: sourceProfile, credential_source: credentialSource } = settings;
  if (sourceProfile && credentialSource)
    throw new CredentialsError(`profile ${name} has a source_profile and a credential_source. Remove one of them.`);
  if (!sourceProfile) return ofCredentialSource(name, credentialSource ?? '', signIn);
  if (visited.includes(sourceProfile))
    throw new CredentialsError(
      `the source_profile of profile ${name} leads to itself: ${[...visited, sourceProfile].join(' → ')}.`,
    );
  const found = await credentialsOfProfile(sourceProfile, signIn, [...visited, sourceProfile]);
  if (found) return found;
  const { credential_source: ofSource } = signIn.files.profile(sourceProfile) ?? {};
  if (ofSource) return ofCredentialSource(sourceProfile, ofSource, signIn);
  throw new CredentialsError(
    `profile ${sourceProfile}, the source_profile of profile ${name}, contains no credentials.`,
  );
};

const ofCredentialSource = async (name: string, source: string, signIn: SignIn): Promise<Credentials> => {
  const known: Readonly<Record<string, () => Promise<SignInResult>>> = {
    Environment: async () => {
      const credentials = environmentCredentials(signIn.environment);
      return credentials ? { credentials } : { skipped: 'AWS_ACCESS_KEY_ID is not set' };
    },
    EcsContainer: () => containerCredentials(signIn),
    Ec2InstanceMetadata: () => instanceCredentials(signIn),
  };
  const result = Object.hasOwn(known, source) ? await known[source]?.() : undefined;
  if (!result)
    throw new CredentialsError(
      `credential_source of profile ${name} must be ${Object.keys(known).join(', ')} (got ${JSON.stringify(source)}).`,
    );
  if ('credentials' in result) return result.credentials;
  throw new CredentialsError(
    `credential_source ${source} of profile ${name} returned no credentials: ${result.skipped}.`,
  );
};

const durationOf = (name: string, text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text)) return Number(text);
  throw new CredentialsError(`duration_seconds of profile ${name} must be a number (got ${JSON.stringify(text)}).`);
};

const mfaCodeOf = async (name: string, serial: string, { mfaCode, signal }: SignIn): Promise<string> => {
  if (!mfaCode)
    throw new CredentialsError(
      `profile ${name} requires an MFA code of ${serial}. Pass it: createSession({ profile: '${name}', mfaCode: '123456' }), or pass a ` +
        'function as mfaCode that returns it.',
    );
  const code: unknown = await mfaCode(serial);
  signal.throwIfAborted();
  if (typeof code === 'string' && /^\d{6}$/.test(code)) return code;
  throw new CredentialsError(`mfaCode must be 6 digits, for ${serial} of profile ${name}.`);
};
