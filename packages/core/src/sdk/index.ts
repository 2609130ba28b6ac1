// The SDK's runtime for the clients in the layers. It is built in only here, so that a process has one copy of it.
// Every name that a client imports from the SDK's runtime must be exported here: `tools/build/check-modules.ts` fails the build for one that is missing.
export {
  AwsSdkSigV4ASigner,
  AwsSdkSigV4Signer,
  NODE_AUTH_SCHEME_PREFERENCE_OPTIONS,
  NODE_SIGV4A_CONFIG_OPTIONS,
  resolveAwsSdkSigV4AConfig,
  resolveAwsSdkSigV4Config,
} from '@aws-sdk/core/httpAuthSchemes';
export {
  awsEndpointFunctions,
  createDefaultUserAgentProvider,
  getDefaultSocketTimeout,
  getHostHeaderPlugin,
  getLoggerPlugin,
  getLongPollPlugin,
  getRecursionDetectionPlugin,
  getUserAgentPlugin,
  NODE_APP_ID_CONFIG_OPTIONS,
  resolveHostHeaderConfig,
  resolveUserAgentConfig,
  setFeature,
} from '@aws-sdk/core/client';
export {
  AwsEc2QueryProtocol,
  AwsJson1_0Protocol,
  AwsJson1_1Protocol,
  AwsQueryProtocol,
  AwsRestJsonProtocol,
  AwsRestXmlProtocol,
} from '@aws-sdk/core/protocols';
export { formatUrl, parse, validate } from '@aws-sdk/core/util';
export {
  DefaultIdentityProviderConfig,
  getHttpAuthSchemeEndpointRuleSetPlugin,
  getHttpSigningPlugin,
  httpSigningMiddlewareOptions,
  NoAuthSigner,
} from '@smithy/core';
export { Md5, readableStreamHasher, Sha256 } from '@smithy/core/checksum';
export {
  Client,
  loadConfigsForDefaultMode,
  makeBuilder,
  NoOpLogger,
  normalizeProvider,
  ServiceException,
} from '@smithy/core/client';
export {
  booleanSelector,
  loadConfig,
  NODE_REGION_CONFIG_FILE_OPTIONS,
  NODE_REGION_CONFIG_OPTIONS,
  NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS,
  NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS,
  resolveDefaultsModeConfig,
  resolveRegionConfig,
  SelectorType,
} from '@smithy/core/config';
export {
  BinaryDecisionDiagram,
  customEndpointFunctions,
  decideEndpoint,
  EndpointCache,
  getEndpointFromInstructions,
  getEndpointPlugin,
  resolveEndpointConfig,
  resolveParams,
  toEndpointV1,
} from '@smithy/core/endpoints';
export {
  extendedEncodeURIComponent,
  getContentLengthPlugin,
  HttpRequest,
  HttpResponse,
  parseUrl,
} from '@smithy/core/protocols';
export {
  DEFAULT_RETRY_MODE,
  getRetryPlugin,
  NODE_MAX_ATTEMPT_CONFIG_OPTIONS,
  NODE_RETRY_MODE_CONFIG_OPTIONS,
  resolveRetryConfig,
} from '@smithy/core/retry';
export { getSchemaSerdePlugin, NormalizedSchema, TypeRegistry } from '@smithy/core/schema';
export {
  calculateBodyLength,
  fromBase64,
  fromUtf8,
  getAwsChunkedEncodingStream,
  Hash,
  isArrayBuffer,
  parseRfc7231DateTime,
  sdkStreamMixin,
  streamCollector,
  toBase64,
  toHex,
  toUint8Array,
  toUtf8,
} from '@smithy/core/serde';
export { SignatureV4 } from '@smithy/signature-v4';
export { getSmithyContext } from '@smithy/core/transport';
export { defaultProvider } from './default-provider.js';
export { emitWarningIfUnsupportedVersion } from './emit-warning.js';
export { NodeHttpHandler } from './node-http-handler.js';
