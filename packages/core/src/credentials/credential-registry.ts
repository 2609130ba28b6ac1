import { CredentialCache } from './credential-cache.js';

/** The caches of a process. */
interface Registry {
  readonly bySettings: Map<string, CredentialCache>;
  readonly byProvider: WeakMap<object, CredentialCache>;
}

// The number in the key is the version of the stored value: only compatible copies of this package share it.
const registryKey: unique symbol = Symbol.for('@arch/core/credentials/2') as never;

/** Settings change rarely. The limit is for processes that change their environment all the time. */
const maxCaches = 100;

const registry = (): Registry =>
  ((globalThis as { [registryKey]?: Registry })[registryKey] ??= { bySettings: new Map(), byProvider: new WeakMap() });

/** Returns the cache for a hash of settings. */
const cacheOfSettings = (hash: string): CredentialCache => {
  const { bySettings } = registry();
  const cache = bySettings.get(hash) ?? new CredentialCache();
  // The newest is the last one.
  bySettings.delete(hash);
  bySettings.set(hash, cache);
  if (bySettings.size > maxCaches) bySettings.delete(bySettings.keys().next().value as string);
  return cache;
};

/** Returns the cache for a user-defined provider. */
const cacheOfProvider = (provider: object): CredentialCache => {
  const { byProvider } = registry();
  let cache = byProvider.get(provider);
  if (!cache) byProvider.set(provider, (cache = new CredentialCache()));
  return cache;
};

/** The caches that all sessions and all copies of this package in the process share. */
export const credentialRegistry: {
  readonly ofSettings: (hash: string) => CredentialCache;
  readonly ofProvider: (provider: object) => CredentialCache;
} = { ofSettings: cacheOfSettings, ofProvider: cacheOfProvider };
