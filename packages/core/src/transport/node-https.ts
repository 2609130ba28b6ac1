import type * as https from 'node:https';

const loaded: { module?: typeof https } = {};

/** Returns Node's module for HTTPS, loaded at its first use: it loads TLS, which requests without TLS do not need. */
export const nodeHttps = (): typeof https => (loaded.module ??= process.getBuiltinModule('node:https'));
