import type * as crypto from 'node:crypto';

/** Node's crypto, loaded when it is first needed: it takes longer to load than a small layer. */
export const nodeCrypto = (): typeof crypto => process.getBuiltinModule('node:crypto');
