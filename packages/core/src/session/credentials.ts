import { CredentialsError } from '../errors/credentials-error.js';
import { currentCall, outsideCall } from './call.js';
import type { Clock } from './clock.js';

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

/** One resolution at a time, its result kept and renewed before it expires; a renewal that fails leaves keys that are still good. */
export const cachedCredentials = (provider: CredentialProvider, clock: Clock): CredentialProvider => {
  let current: Credentials | undefined;
  let pending: Promise<Credentials> | undefined;
  const leftMs = (): number => (current?.expiration ? current.expiration.getTime() - clock.now() : Infinity);
  const renew = async (): Promise<Credentials> => {
    try {
      return (current = checked(await outsideCall(provider)));
    } catch (error) {
      if (current && leftMs() > 0) return current;
      throw error;
    } finally {
      pending = undefined;
    }
  };
  return async () => {
    if (current && leftMs() > renewBeforeMs) return current;
    const call = currentCall();
    if (call) call.phase = 'getting credentials';
    return (pending ??= renew());
  };
};

const checked = (credentials: Credentials | undefined): Credentials => {
  if (credentials?.accessKeyId && credentials.secretAccessKey) return credentials;
  throw new CredentialsError('The function that gives credentials gave no accessKeyId and secretAccessKey.');
};

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
