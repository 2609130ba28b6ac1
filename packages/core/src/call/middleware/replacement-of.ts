import { authenticate } from './authenticate.js';
import { deserialize } from './deserialize.js';
import { keepEndpoint } from './keep-endpoint.js';
import { keepUserAgent } from './keep-user-agent.js';
import { keepSigner } from './keep-signer.js';
import type { Middleware, Replaced } from './middleware.js';
import { serialize } from './serialize.js';

/** The logger of a session's clients ignores everything. */
const skip = (): Middleware => (next) => next;

/**
 * Middleware that do the same as the SDK's of these names, with less work per request. A middleware with another name stays the SDK's. That both
 * send the same requests is tested with every operation (`@arch/contract`).
 */
const replacements: Readonly<Record<string, (replaced: Replaced) => Middleware>> = {
  loggerMiddleware: skip,
  httpAuthSchemeMiddleware: authenticate,
  endpointV2Middleware: keepEndpoint,
  serializerMiddleware: serialize,
  getUserAgentMiddleware: keepUserAgent,
  httpSigningMiddleware: keepSigner,
  deserializerMiddleware: deserialize,
};

/** Returns the middleware that takes the place of one of the SDK. */
export const replacementOf = (name: string, replaced: Replaced): Middleware =>
  replacements[name]?.(replaced) ?? replaced.middleware;
