import { asStep } from './as-step.js';
import { compareContent } from './compare-content.js';
import { contentLength } from './content-length.js';
import { deserialize } from './deserialize.js';
import { hostHeader } from './host-header.js';
import { keepUserAgent } from './keep-user-agent.js';
import type { Layer, Replaced } from './middleware.js';
import { retry } from './retry.js';
import { serialize } from './serialize.js';
import { sign } from './sign.js';
import { throw200Exceptions } from './throw-200-exceptions.js';
import { traceHeaders } from './trace-headers.js';

/** The logger of a session's clients ignores everything. */
const skip = (): Layer => ({ before: () => undefined });

/** The clients of a session do not follow redirects to other regions in the way of the SDK. */
const skipRedirects = ({ config, middleware }: Replaced): Layer =>
  config['followRegionRedirects'] ? middleware : skip();

/** The clients of a session never send to the host of a queue URL without a check. */
const skipQueueUrl = ({ config, middleware }: Replaced): Layer =>
  config['useQueueUrlAsEndpoint'] ? middleware : skip();

const step = ({ middleware }: Replaced): Layer => asStep(middleware);

/**
 * Middleware that do the same as the SDK's of these names, with less work per request. A middleware with another name stays the SDK's. That both
 * send the same requests is tested with every operation (`@arch/contract`).
 */
const replacements: Readonly<Record<string, (replaced: Replaced) => Layer>> = {
  loggerMiddleware: skip,
  httpAuthSchemeMiddleware: step,
  endpointV2Middleware: step,
  serializerMiddleware: serialize,
  contentLengthMiddleware: contentLength,
  getUserAgentMiddleware: keepUserAgent,
  hostHeaderMiddleware: hostHeader,
  recursionDetectionMiddleware: traceHeaders,
  retryMiddleware: retry,
  httpSigningMiddleware: sign,
  deserializerMiddleware: deserialize,
  // Of SQS.
  queueUrlMiddleware: skipQueueUrl,
  longPollMiddleware: step,
  archQueueHost: step,
  // Of Glacier.
  accountIdDefaultMiddleware: step,
  addGlacierApiVersionMiddleware: step,
  addChecksumHeadersMiddleware: step,
  // Of EC2 and RDS.
  crossRegionPresignedUrlMiddleware: step,
  // Of S3.
  regionRedirectMiddleware: skipRedirects,
  regionRedirectEndpointMiddleware: skipRedirects,
  validateBucketNameMiddleware: step,
  bucketEndpointMiddleware: step,
  flexibleChecksumsInputMiddleware: step,
  addExpectContinueMiddleware: step,
  s3ExpressMiddleware: step,
  locationConstraintMiddleware: step,
  ssecMiddleware: step,
  getCheckContentLengthHeaderPlugin: step,
  throw200ExceptionsMiddleware: throw200Exceptions,
  flexibleChecksumsResponseMiddleware: compareContent,
};

/** Returns the middleware that takes the place of one of the SDK. */
export const replacementOf = (name: string, replaced: Replaced): Layer =>
  replacements[name]?.(replaced) ?? replaced.middleware;
