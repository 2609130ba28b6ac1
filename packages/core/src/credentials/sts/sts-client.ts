import {
  createDefaultUserAgentProvider,
  getHostHeaderPlugin,
  getRecursionDetectionPlugin,
  getUserAgentPlugin,
  resolveHostHeaderConfig,
  resolveUserAgentConfig,
} from '@aws-sdk/core/client';
import { AwsSdkSigV4Signer, resolveAwsSdkSigV4Config } from '@aws-sdk/core/httpAuthSchemes';
import {
  DefaultIdentityProviderConfig,
  getHttpAuthSchemeEndpointRuleSetPlugin,
  getHttpSigningPlugin,
  NoAuthSigner,
} from '@smithy/core';
import { Client, type SmithyResolvedConfiguration } from '@smithy/core/client';
import { resolveRegionConfig } from '@smithy/core/config';
import { resolveEndpointConfig } from '@smithy/core/endpoints';
import { getContentLengthPlugin, parseUrl } from '@smithy/core/protocols';
import { getRetryPlugin, resolveRetryConfig } from '@smithy/core/retry';
import { getSchemaSerdePlugin } from '@smithy/core/schema';
import { calculateBodyLength } from '@smithy/core/serde';
import { getSmithyContext } from '@smithy/core/transport';
import { streamCollector } from '@smithy/node-http-handler';
import type { AwsCredentialIdentityProvider, Provider } from '@smithy/types';

import type { StsOutput } from './sts-commands.js';
import { stsEndpoint } from './sts-endpoint.js';
import { StsProtocol } from './sts-protocol.js';

export { stsCommands } from './sts-commands.js';

interface AuthParameters {
  readonly operation: string;
  readonly region: string;
}

const unsigned = 'smithy.api#noAuth';
const signed = 'aws.auth#sigv4';

/** The token of a web identity takes the place of a signature. */
const authOptions = ({ operation, region }: AuthParameters): readonly object[] =>
  operation === 'AssumeRoleWithWebIdentity'
    ? [{ schemeId: unsigned }]
    : [
        {
          schemeId: signed,
          signingProperties: { name: 'sts', region },
          propertiesExtractor: (config: object, context: object) => ({ signingProperties: { config, context } }),
        },
      ];

/** The values that do not depend on a session. */
const fixed = (): object => ({
  apiVersion: '2011-06-15',
  serviceId: 'STS',
  protocol: StsProtocol,
  protocolSettings: { defaultNamespace: 'com.amazonaws.sts', version: '2011-06-15' },
  defaultSigningName: 'sts',
  runtime: 'node',
  disableHostPrefix: false,
  endpointProvider: stsEndpoint,
  httpAuthSchemeProvider: authOptions,
  httpAuthSchemes: [
    {
      schemeId: signed,
      identityProvider: (config: DefaultIdentityProviderConfig) => config.getIdentityProvider(signed),
      signer: new AwsSdkSigV4Signer(),
    },
    { schemeId: unsigned, identityProvider: () => async () => ({}), signer: new NoAuthSigner() },
  ],
  defaultUserAgentProvider: createDefaultUserAgentProvider({ serviceId: 'STS', clientVersion: '3' }),
  retryMode: 'standard',
  bodyLengthChecker: calculateBodyLength,
  streamCollector,
  urlParser: parseUrl,
});

/** The functions of the SDK that complete the configuration of a client, in its order. */
const resolvers = [
  resolveUserAgentConfig,
  resolveRetryConfig,
  resolveRegionConfig,
  resolveHostHeaderConfig,
  resolveEndpointConfig,
  resolveAwsSdkSigV4Config,
] as unknown as readonly ((config: object) => object)[];

/** The middleware of a client. */
const plugins = [
  getSchemaSerdePlugin,
  getUserAgentPlugin,
  getRetryPlugin,
  getContentLengthPlugin,
  getHostHeaderPlugin,
  getRecursionDetectionPlugin,
  getHttpSigningPlugin,
] as unknown as readonly ((config: object) => never)[];

/** The settings that sessions pass to their clients. */
interface StsConfig extends SmithyResolvedConfiguration<object> {
  readonly region: Provider<string>;
  readonly credentials?: AwsCredentialIdentityProvider;
  readonly authSchemePreference: Provider<string[]>;
}

/**
 * A client of STS with the middleware of the SDK for the two operations that return credentials of a role. The client of the SDK, with its endpoint
 * rules, signing schemes and schemas, takes three times the space, in every bundle. It needs all settings that a session passes to its clients.
 */
export class StsClient extends Client<object, object, StsOutput, StsConfig> {
  override readonly config: StsConfig;

  constructor(configuration: object) {
    const initial = { ...fixed(), ...configuration };
    super(initial as never);
    this.config = resolvers.reduce<object>((config, resolve) => resolve(config), initial) as StsConfig;
    for (const plugin of plugins) this.middlewareStack.use(plugin(this.config));
    this.middlewareStack.use(
      getHttpAuthSchemeEndpointRuleSetPlugin(this.config as never, {
        httpAuthSchemeParametersProvider: async (config, context) => ({
          operation: getSmithyContext(context)['operation'] as string,
          region: await (config as StsConfig).region(),
        }),
        identityProviderConfigProvider: async (config) =>
          new DefaultIdentityProviderConfig({ [signed]: (config as StsConfig).credentials }),
      }) as never,
    );
  }
}
