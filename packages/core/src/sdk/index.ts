// The SDK's runtime as the clients inside the layers need it: built in here once, so that a process has one copy of it.
// `tools/check-sdk-names.ts` says which names a client needs that are missing here.
export {
  AwsSdkSigV4Signer,
  NODE_AUTH_SCHEME_PREFERENCE_OPTIONS,
  resolveAwsSdkSigV4Config,
} from '@aws-sdk/core/httpAuthSchemes';
export {
  awsEndpointFunctions,
  createDefaultUserAgentProvider,
  getAwsRegionExtensionConfiguration,
  getDefaultSocketTimeout,
  getHostHeaderPlugin,
  getLoggerPlugin,
  getRecursionDetectionPlugin,
  getUserAgentPlugin,
  NODE_APP_ID_CONFIG_OPTIONS,
  resolveAwsRegionExtensionConfiguration,
  resolveHostHeaderConfig,
  resolveUserAgentConfig,
} from '@aws-sdk/core/client';
export { AwsEc2QueryProtocol, AwsJson1_1Protocol } from '@aws-sdk/core/protocols';
export {
  DefaultIdentityProviderConfig,
  getHttpAuthSchemeEndpointRuleSetPlugin,
  getHttpSigningPlugin,
} from '@smithy/core';
export { Sha256 } from '@smithy/core/checksum';
export {
  Client,
  getDefaultExtensionConfiguration,
  loadConfigsForDefaultMode,
  makeBuilder,
  NoOpLogger,
  normalizeProvider,
  resolveDefaultRuntimeConfig,
  ServiceException,
} from '@smithy/core/client';
export {
  loadConfig,
  NODE_REGION_CONFIG_FILE_OPTIONS,
  NODE_REGION_CONFIG_OPTIONS,
  NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS,
  NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS,
  resolveDefaultsModeConfig,
  resolveRegionConfig,
} from '@smithy/core/config';
export {
  BinaryDecisionDiagram,
  customEndpointFunctions,
  decideEndpoint,
  EndpointCache,
  getEndpointPlugin,
  resolveEndpointConfig,
} from '@smithy/core/endpoints';
export {
  getContentLengthPlugin,
  getHttpHandlerExtensionConfiguration,
  parseUrl,
  resolveHttpHandlerRuntimeConfig,
} from '@smithy/core/protocols';
export {
  DEFAULT_RETRY_MODE,
  getRetryPlugin,
  NODE_MAX_ATTEMPT_CONFIG_OPTIONS,
  NODE_RETRY_MODE_CONFIG_OPTIONS,
  resolveRetryConfig,
} from '@smithy/core/retry';
export { getSchemaSerdePlugin, TypeRegistry } from '@smithy/core/schema';
export { calculateBodyLength, fromBase64, fromUtf8, streamCollector, toBase64, toUtf8 } from '@smithy/core/serde';
export { getSmithyContext } from '@smithy/core/transport';
export { defaultProvider } from './default-provider.js';
export { emitWarningIfUnsupportedVersion } from './emit-warning.js';
export { NodeHttpHandler } from './node-http-handler.js';
