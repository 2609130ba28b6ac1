import type { ClientConfig } from './middleware.js';

type MakeSigner = (scheme?: { readonly name?: string }) => Promise<unknown>;

const wrapped = new WeakSet<object>();

/** Keeps the signers of a client. The SDK makes a new one for each request; they have no state. */
export const keepSigners = (config: ClientConfig): void => {
  if (wrapped.has(config)) return;
  wrapped.add(config);
  const make = config['signer'] as MakeSigner;
  const kept = new Map<string | undefined, Promise<unknown>>();
  const signer: MakeSigner = (scheme) => {
    let made = kept.get(scheme?.name);
    if (!made) {
      made = make(scheme);
      kept.set(scheme?.name, made);
      made.catch(() => kept.delete(scheme?.name));
    }
    return made;
  };
  Object.assign(config, { signer });
};
