import { ArchError } from '../errors/arch-error.js';
import { CredentialsError } from '../errors/credentials-error.js';
import { closed } from '../translation/sdk-error.js';
import { currentCall, outsideCall } from '../call/current-call.js';
import type { Clock } from '../clock/clock.js';
import { type KeyProblem, keyProblem, variables } from './key-problem.js';

/** Credentials that sign requests. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
  /** Time at which they expire. Absent for long-term credentials. */
  readonly expiration?: Date | undefined;
}

/** Returns credentials. A session calls it once, and again before the credentials expire. */
export type CredentialProvider = () => Promise<Credentials>;

const renewBeforeMs = 5 * 60_000;

/** The source of credentials: a user-defined function, a role, or the default chain for a profile. */
export type CredentialSource = 'function' | 'role' | { readonly profile: string | undefined };

/**
 * Makes a provider that caches credentials and renews them 5 minutes before they expire. Concurrent calls share one renewal. If a renewal
 * fails, the current credentials are used until they expire.
 */
export const cachedCredentials = (
  provider: CredentialProvider,
  clock: Clock,
  source: CredentialSource = 'function',
): CredentialProvider => {
  let current: Credentials | undefined;
  let pending: Promise<Credentials> | undefined;
  const leftMs = (): number => (current?.expiration ? current.expiration.getTime() - clock.now() : Infinity);
  const renew = async (): Promise<Credentials> => {
    try {
      return (current = checked(await outsideCall(provider), source));
    } catch (error) {
      if (current && leftMs() > 0) return current;
      throw source === 'function' ? providerError(error) : error;
    } finally {
      pending = undefined;
    }
  };
  return async () => {
    if (current && leftMs() > renewBeforeMs) return current;
    const call = currentCall();
    if (call) call.phase = 'getting credentials';
    try {
      return await (pending ??= renew());
    } catch (error) {
      throw withOperation(error, call?.operation);
    }
  };
};

const functionName = 'the function passed as credentials';

const checked = (credentials: Credentials | undefined, source: CredentialSource): Credentials => {
  if (!credentials?.accessKeyId || !credentials.secretAccessKey)
    throw new CredentialsError(`${functionName} returned no accessKeyId or no secretAccessKey.`);
  const { expiration } = credentials;
  if (expiration !== undefined && !(expiration instanceof Date && !Number.isNaN(expiration.getTime())))
    throw new CredentialsError(`${functionName} returned an expiration that is not a valid Date.`);
  const problem = keyProblem(credentials);
  if (problem) throw new CredentialsError(`${placeOf(problem, credentials, source)} ${problem.problem}. Remove it.`);
  return credentials;
};

/** Names the place of the invalid value, where the user can correct it. */
const placeOf = ({ member }: KeyProblem, credentials: object, source: CredentialSource): string => {
  if (source === 'function') return `${member} from ${functionName}`;
  if (source === 'role') return `${member} from STS`;
  // The SDK's providers add a mark with their name.
  const { $source: marks = {} } = credentials as { readonly $source?: object };
  if ('CREDENTIALS_ENV_VARS' in marks) return `the environment variable ${variables[member]}`;
  const profile = source.profile ?? process.env['AWS_PROFILE'] ?? 'default';
  if ('CREDENTIALS_PROCESS' in marks) return `${member} from the credential_process of profile ${profile}`;
  if ('CREDENTIALS_PROFILE' in marks) return `${variables[member].toLowerCase()} of profile ${profile}`;
  return `${member} of profile ${profile}, the container or the instance`;
};

/** Converts an error of a user-defined provider. Errors of the SDK's providers are returned unchanged. */
const providerError = (error: unknown): unknown => {
  const isKnown =
    error instanceof ArchError ||
    ['CredentialsProviderError', 'TokenProviderError'].includes((error as Partial<Error> | undefined)?.name ?? '');
  if (isKnown) return error;
  const reason = error instanceof Error ? closed(error.message) : 'it threw a value that is not an Error.';
  return new CredentialsError(`${functionName} failed: ${reason}`, { cause: error });
};

/** Returns a copy of the error that names the call: several calls may wait for the same credentials. */
const withOperation = (error: unknown, operation: string | undefined): unknown =>
  error instanceof CredentialsError && error.operation === undefined && operation !== undefined
    ? new CredentialsError(`${operation}: ${error.message}`, { operation, cause: error.cause })
    : error;

// The number in the key is the version of the stored value: only compatible copies of this package share it.
const registryKey: unique symbol = Symbol.for('@arch/core/credentials/1') as never;

/** Returns the provider for a profile that all sessions and all copies of this package in the process share. */
export const sharedCredentials = (profile: string | undefined, make: () => CredentialProvider): CredentialProvider => {
  const holder = globalThis as { [registryKey]?: Map<string, CredentialProvider> };
  const registry = (holder[registryKey] ??= new Map());
  const key = profile ?? '';
  let provider = registry.get(key);
  if (!provider) registry.set(key, (provider = make()));
  return provider;
};
