import { lazyDefaultCredentials } from '../credentials/lazy-default-credentials.js';

/** Makes the SDK's default provider chain, loaded at its first use: clients of a session use the credentials of the session instead. */
export const defaultProvider = (init: { readonly profile?: string } = {}): (() => Promise<object>) =>
  lazyDefaultCredentials(init.profile);
