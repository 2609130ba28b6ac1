import { ArchError } from '../errors/arch-error.js';
import { CredentialsError } from '../errors/credentials-error.js';
import { closed } from '../translation/sdk-error.js';
import { currentCall, outsideCall } from '../call/current-call.js';
import type { Clock } from '../clock/clock.js';
import { type KeyProblem, keyProblem, variables } from './key-problem.js';

/** Keys that sign requests. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
  /** When they end, where they do. */
  readonly expiration?: Date | undefined;
}

/** Gives credentials whenever it is asked; a session asks once and again before they expire. */
export type CredentialProvider = () => Promise<Credentials>;

const renewBeforeMs = 5 * 60_000;

/** Where credentials come from: the function that the user has passed, a role, or the default chain for a profile. */
export type CredentialSource = 'function' | 'role' | { readonly profile: string | undefined };

/** One resolution at a time, its result kept and renewed before it expires; a renewal that fails leaves keys that are still good. */
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
      throw source === 'function' ? thrownByFunction(error) : error;
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
      throw ofCall(error, call?.operation);
    }
  };
};

const ofFunction = 'the function passed as credentials';

const checked = (credentials: Credentials | undefined, source: CredentialSource): Credentials => {
  if (!credentials?.accessKeyId || !credentials.secretAccessKey)
    throw new CredentialsError(`${ofFunction} returned no accessKeyId and secretAccessKey.`);
  const { expiration } = credentials;
  if (expiration !== undefined && !(expiration instanceof Date && !Number.isNaN(expiration.getTime())))
    throw new CredentialsError(`${ofFunction} returned an expiration that is no valid Date.`);
  const problem = keyProblem(credentials);
  if (problem) throw new CredentialsError(`${placeOf(problem, credentials, source)} ${problem.problem}. Remove it.`);
  return credentials;
};

/** Where the user finds the value that is wrong. */
const placeOf = ({ member }: KeyProblem, credentials: object, source: CredentialSource): string => {
  if (source === 'function') return `${member} of what ${ofFunction} returned`;
  if (source === 'role') return `${member} of what STS returned`;
  // The SDK's providers note which of them it was.
  const { $source: notes = {} } = credentials as { readonly $source?: object };
  if ('CREDENTIALS_ENV_VARS' in notes) return `the environment variable ${variables[member]}`;
  const profile = source.profile ?? process.env['AWS_PROFILE'] ?? 'default';
  if ('CREDENTIALS_PROCESS' in notes) return `${member} of what the credential_process of profile ${profile} returned`;
  if ('CREDENTIALS_PROFILE' in notes) return `${variables[member].toLowerCase()} of profile ${profile}`;
  return `${member} of profile ${profile} or of the container or instance`;
};

/** SDK providers that were passed say themselves what they lack. */
const thrownByFunction = (error: unknown): unknown => {
  const isKnown =
    error instanceof ArchError ||
    ['CredentialsProviderError', 'TokenProviderError'].includes((error as Partial<Error> | undefined)?.name ?? '');
  if (isKnown) return error;
  const said = error instanceof Error ? closed(error.message) : 'It threw a value that is no error.';
  return new CredentialsError(`${ofFunction} failed: ${said}`, { cause: error });
};

/** Several calls may wait for the same credentials: each has an error of its own. */
const ofCall = (error: unknown, operation: string | undefined): unknown =>
  error instanceof CredentialsError && error.operation === undefined && operation !== undefined
    ? new CredentialsError(`${operation}: ${error.message}`, { operation, cause: error.cause })
    : error;

// The key carries the version of what is stored: another copy of this package finds it, an incompatible one does not.
const registryKey: unique symbol = Symbol.for('@arch/core/credentials/1') as never;

/** The process's one provider for a profile, shared by all sessions and all copies of this package. */
export const sharedCredentials = (profile: string | undefined, make: () => CredentialProvider): CredentialProvider => {
  const holder = globalThis as { [registryKey]?: Map<string, CredentialProvider> };
  const registry = (holder[registryKey] ??= new Map());
  const key = profile ?? '';
  let provider = registry.get(key);
  if (!provider) registry.set(key, (provider = make()));
  return provider;
};
