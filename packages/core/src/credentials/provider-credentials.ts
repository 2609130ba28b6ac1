import { ArchError } from '../errors/arch-error.js';
import { CredentialsError } from '../errors/credentials-error.js';
import type { Clock } from '../clock/clock.js';
import { type CachedCredentials, cachedCredentials } from './cached-credentials.js';
import { checkCredentials } from './check-credentials.js';
import { CredentialCache } from './credential-cache.js';
import { credentialRegistry } from './credential-registry.js';
import type { CredentialProvider } from './credentials.js';
import { reasonOf } from './reason-of.js';

const source = 'the function passed as credentials';

/** Caches the credentials of a user-defined function. Sessions with the same function share them, if `isShared`. */
export const providerCredentials = (
  provider: CredentialProvider,
  { clock, limitMs, isShared }: { readonly clock: Clock; readonly limitMs: number; readonly isShared: boolean },
): CachedCredentials =>
  cachedCredentials(isShared ? credentialRegistry.ofProvider(provider) : new CredentialCache(), {
    clock,
    limitMs,
    describe: () => source,
    resolve: async (request) => {
      let given: unknown;
      try {
        given = await provider(request);
      } catch (error) {
        throw providerError(error);
      }
      return checkCredentials(given, { source });
    },
  });

/** Converts an error of a user-defined provider. */
const providerError = (error: unknown): unknown => {
  const isKnown =
    error instanceof ArchError ||
    ['CredentialsProviderError', 'TokenProviderError'].includes((error as Partial<Error> | undefined)?.name ?? '');
  return isKnown ? error : new CredentialsError(`${source} failed: ${reasonOf(error)}`, { cause: error });
};
