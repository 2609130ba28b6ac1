import { lazyDefaultCredentials } from '../credentials/lazy-default-credentials.js';

/** The SDK's default chain, loaded when a client asks for it: every client of a session has the session's credentials instead. */
export const defaultProvider = (init: { readonly profile?: string } = {}): (() => Promise<object>) =>
  lazyDefaultCredentials(init.profile);
