import type * as crypto from 'node:crypto';

/** Returns Node's crypto module, loaded at its first use: it takes longer to load than a small layer. */
export const nodeCrypto = (): typeof crypto => process.getBuiltinModule('node:crypto');
