import type * as crypto from 'node:crypto';

const loaded: { module?: typeof crypto } = {};

/** Returns Node's crypto module, loaded at its first use: it takes longer to load than a small layer. */
export const nodeCrypto = (): typeof crypto => (loaded.module ??= process.getBuiltinModule('node:crypto'));
