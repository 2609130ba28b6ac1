import type * as https from 'node:https';

let loaded: typeof https | undefined;

/** Returns Node's module for HTTPS, loaded at its first use: it loads TLS, which requests without TLS do not need. */
export const nodeHttps = (): typeof https => (loaded ??= process.getBuiltinModule('node:https'));
