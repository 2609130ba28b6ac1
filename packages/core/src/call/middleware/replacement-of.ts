import { authenticate } from './authenticate.js';
import { contentLength } from './content-length.js';
import { deserialize } from './deserialize.js';
import { hostHeader } from './host-header.js';
import { keepEndpoint } from './keep-endpoint.js';
import { keepUserAgent } from './keep-user-agent.js';
import type { Layer, Replaced } from './middleware.js';
import { retry } from './retry.js';
import { serialize } from './serialize.js';
import { sign } from './sign.js';
import { traceHeaders } from './trace-headers.js';

/** The logger of a session's clients ignores everything. */
const skip = (): Layer => ({ before: () => undefined });

/**
 * Middleware that do the same as the SDK's of these names, with less work per request. A middleware with another name stays the SDK's. That both
 * send the same requests is tested with every operation (`@arch/contract`).
 */
const replacements: Readonly<Record<string, (replaced: Replaced) => Layer>> = {
  loggerMiddleware: skip,
  httpAuthSchemeMiddleware: authenticate,
  endpointV2Middleware: keepEndpoint,
  serializerMiddleware: serialize,
  contentLengthMiddleware: contentLength,
  getUserAgentMiddleware: keepUserAgent,
  hostHeaderMiddleware: hostHeader,
  recursionDetectionMiddleware: traceHeaders,
  retryMiddleware: retry,
  httpSigningMiddleware: sign,
  deserializerMiddleware: deserialize,
};

/** Returns the middleware that takes the place of one of the SDK. */
export const replacementOf = (name: string, replaced: Replaced): Layer =>
  replacements[name]?.(replaced) ?? replaced.middleware;
