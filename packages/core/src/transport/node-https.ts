import type * as https from 'node:https';

/** Returns Node's module for HTTPS, loaded at its first use: it loads TLS, which requests without TLS do not need. */
export const nodeHttps = (): typeof https => process.getBuiltinModule('node:https');
