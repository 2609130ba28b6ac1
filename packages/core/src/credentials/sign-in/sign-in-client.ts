import {
  createDefaultUserAgentProvider,
  getHostHeaderPlugin,
  getRecursionDetectionPlugin,
  getUserAgentPlugin,
  NODE_APP_ID_CONFIG_OPTIONS,
  resolveUserAgentConfig,
} from '@aws-sdk/core/client';
import { constructStack, NoOpLogger } from '@smithy/core/client';
import {
  loadConfig,
  NODE_REGION_CONFIG_FILE_OPTIONS,
  NODE_REGION_CONFIG_OPTIONS,
  NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS,
  NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS,
  resolveRegionConfig,
} from '@smithy/core/config';
import { resolveEndpointConfig } from '@smithy/core/endpoints';
import { getContentLengthPlugin, type HttpHandler, type HttpRequest, parseUrl } from '@smithy/core/protocols';
import { getRetryPlugin, NODE_MAX_ATTEMPT_CONFIG_OPTIONS, resolveRetryConfig } from '@smithy/core/retry';
import { calculateBodyLength } from '@smithy/core/serde';
import { NodeHttpHandler, type NodeHttpHandlerOptions } from '@smithy/node-http-handler';
import type { HandlerExecutionContext, Logger, MiddlewareStack, Provider } from '@smithy/types';

import { readSignInResponse, type SignInOutput } from './read-sign-in-response.js';
import { signInEndpoint, type SignInHost } from './sign-in-endpoint.js';
import { toSignInRequest, type SignInRequest } from './to-sign-in-request.js';

/** The settings that the SDK's credential providers pass to the clients of the sign-in services. */
export interface SignInSettings {
  readonly profile?: string | undefined;
  readonly region?: string | Provider<string> | undefined;
  readonly endpoint?: string | undefined;
  readonly useFipsEndpoint?: boolean | undefined;
  readonly useDualstackEndpoint?: boolean | undefined;
  readonly maxAttempts?: number | undefined;
  readonly userAgentAppId?: string | Provider<string | undefined> | undefined;
  readonly requestHandler?: HttpHandler<object> | NodeHttpHandlerOptions | undefined;
  readonly logger?: Logger | undefined;
}

/** The service, and the command that reads its input and output. */
export interface SignInService {
  readonly serviceId: string;
  readonly host: SignInHost;
}

/** The settings of a client that its requests need. */
interface SignInConfig {
  readonly serviceId: string;
  readonly logger: Logger;
  readonly region: Provider<string>;
  readonly requestHandler: HttpHandler<object>;
}

/** A request to a sign-in service. */
export interface SignInCommand<Output> {
  readonly name: string;
  readonly request: SignInRequest;
  readonly select: (body: object) => Output;
}

/**
 * A client of a service that gives credentials without signing a request: IAM Identity Center, its OIDC service, and AWS Sign-In.
 *
 * It takes the place of the SDK's clients in the build: the same requests, retries, endpoints and errors, without the code of a protocol and a
 * ruleset per service, which is a tenth of a bundle.
 */
export class SignInClient {
  readonly middlewareStack: MiddlewareStack<object, object> = constructStack();
  readonly config: SignInConfig;

  constructor(service: SignInService, settings: SignInSettings = {}) {
    const config = configOf(service, settings);
    this.middlewareStack.use(getUserAgentPlugin(config));
    this.middlewareStack.use(getRetryPlugin(config));
    this.middlewareStack.use(getContentLengthPlugin(config));
    this.middlewareStack.use(getHostHeaderPlugin(config));
    this.middlewareStack.use(getRecursionDetectionPlugin(config));
    this.config = config;
  }

  /** Sends a request, with the SDK's retries. Throws the service's error with its code as the `name`. */
  async send<Output>({ name, request, select }: SignInCommand<Output>): Promise<Output> {
    const stack = this.middlewareStack.clone();
    stack.add((next) => async (args) => next({ ...args, request: await toSignInRequest(request, this.config) }), {
      step: 'serialize',
    });
    stack.add((next) => async (args) => readSignInResponse(await next(args)), { step: 'deserialize' });
    const context = { logger: this.config.logger, clientName: this.config.serviceId, commandName: name };
    const handler = stack.resolve(
      async ({ request: sent }) => ({ ...(await this.config.requestHandler.handle(sent as HttpRequest)), output: {} }),
      context satisfies HandlerExecutionContext,
    );
    const { output } = await handler({ input: request });
    return select((output as SignInOutput).body);
  }

  /** Closes the connections. */
  destroy(): void {
    this.config.requestHandler.destroy?.();
  }
}

const configOf = ({ serviceId, host }: SignInService, settings: SignInSettings) => {
  const { profile, logger = new NoOpLogger(), endpoint } = settings;
  const file = profile === undefined ? {} : { profile };
  const userAgentAppId = settings.userAgentAppId ?? loadConfig(NODE_APP_ID_CONFIG_OPTIONS, file);
  const defaultUserAgentProvider = createDefaultUserAgentProvider({ serviceId, clientVersion: '3' });
  const dualStack = settings.useDualstackEndpoint ?? loadConfig(NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS, file);
  return {
    requestHandler: NodeHttpHandler.create(settings.requestHandler),
    bodyLengthChecker: calculateBodyLength,
    ...resolveUserAgentConfig({ runtime: 'node', logger, userAgentAppId, defaultUserAgentProvider }),
    ...resolveRetryConfig({
      maxAttempts: settings.maxAttempts ?? loadConfig(NODE_MAX_ATTEMPT_CONFIG_OPTIONS, file),
      // As sessions do: they ignore `retry_mode`, and the SDK's adaptive mode is not built in.
      retryMode: 'standard',
    }),
    ...resolveEndpointConfig({
      serviceId,
      urlParser: parseUrl,
      endpointProvider: (params) => ({ url: signInEndpoint(host, params) }),
      useDualstackEndpoint: dualStack,
      ...(endpoint !== undefined && { endpoint }),
      ...resolveRegionConfig({
        region:
          settings.region ?? loadConfig(NODE_REGION_CONFIG_OPTIONS, { ...NODE_REGION_CONFIG_FILE_OPTIONS, ...file }),
        useFipsEndpoint: settings.useFipsEndpoint ?? loadConfig(NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS, file),
      }),
    }),
    serviceId,
    logger,
  };
};
