import type { CredentialProvider } from './credentials.js';

/** Makes the default provider chain, loaded at its first use: its providers for SSO, web identity and containers are large. */
export const lazyDefaultCredentials = (profile: string | undefined): CredentialProvider => {
  let provider: Promise<CredentialProvider> | undefined;
  return async () => {
    provider ??= import('./default-credentials.js').then((loaded) => loaded.defaultCredentials(profile));
    return (await provider)();
  };
};
