import type * as crypto from 'node:crypto';

let loaded: typeof crypto | undefined;

/** Returns Node's crypto module, loaded at its first use: it takes longer to load than a small layer. */
export const nodeCrypto = (): typeof crypto => (loaded ??= process.getBuiltinModule('node:crypto'));
