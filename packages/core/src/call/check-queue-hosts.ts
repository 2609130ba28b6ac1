import { getSmithyContext } from '@smithy/core/transport';

import { InvalidInputError } from '../errors/invalid-input-error.js';
import { currentCall } from './current-call.js';

interface Endpoint {
  readonly url: URL;
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** The configuration of a client whose inputs contain a URL to send to. SQS is the only one. */
interface QueueClientConfig {
  readonly useQueueUrlAsEndpoint?: boolean;
  readonly isCustomEndpoint: boolean;
  readonly serviceConfiguredEndpoint: () => Promise<string | undefined>;
  readonly endpointProvider: (parameters: Readonly<Record<string, unknown>>) => Endpoint;
  readonly useFipsEndpoint: () => Promise<boolean>;
  readonly useDualstackEndpoint: () => Promise<boolean>;
}

/** A client that may be an SQS client. */
interface Client {
  readonly config: object;
  readonly middlewareStack: { addRelativeTo(middleware: unknown, options: object): void };
}

interface Arguments {
  readonly input: { readonly QueueUrl?: unknown };
}
type Next = (args: Arguments) => Promise<unknown>;

/** Client configuration: without it the SDK sends a request to any host that a queue URL contains. */
export const noQueueUrlAsEndpoint = { useQueueUrlAsEndpoint: false } as const;

/**
 * Adds a middleware that sends requests about a queue to safe hosts only, because a request contains the session token. If an endpoint is
 * set, every request is sent to it: emulators use various hosts in queue URLs. Otherwise the host of the queue URL must be an SQS endpoint,
 * and the request is signed for its region.
 */
export const checkQueueHosts = (client: Client): void => {
  const config = client.config as QueueClientConfig;
  if (config.useQueueUrlAsEndpoint === undefined) return;
  const middleware = (next: Next, context: Record<string, unknown>) => async (args: Arguments) => {
    const { QueueUrl: url } = args.input;
    if (typeof url === 'string' && !(await hasEndpoint(config))) {
      const { endpoint, region } = await endpointOf(url, config);
      signFor(context, endpoint, region);
    }
    return next(args);
  };
  client.middlewareStack.addRelativeTo(middleware, {
    name: 'archQueueHost',
    relation: 'after',
    toMiddleware: 'endpointV2Middleware',
  });
};

/** Whether the session, the environment or the profile sets an endpoint. */
const hasEndpoint = async (config: QueueClientConfig): Promise<boolean> =>
  config.isCustomEndpoint || Boolean(await config.serviceConfiguredEndpoint());

const signFor = (context: Record<string, unknown>, endpoint: URL, region: string): void => {
  const scheme = { name: 'sigv4', signingName: 'sqs', signingRegion: region };
  context['endpointV2'] = { url: endpoint, properties: { authSchemes: [scheme] } };
  context['signing_region'] = region;
  const { selectedHttpAuthScheme: selected } = getSmithyContext(context) as {
    selectedHttpAuthScheme?: { httpAuthOption?: { signingProperties?: Record<string, unknown> } };
  };
  if (selected?.httpAuthOption)
    selected.httpAuthOption.signingProperties = {
      ...selected.httpAuthOption.signingProperties,
      signing_region: region,
      signingRegion: region,
    };
};

/** Returns the endpoint for a queue URL. Throws if its host is not an SQS endpoint. */
const endpointOf = async (text: string, config: QueueClientConfig): Promise<{ endpoint: URL; region: string }> => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const region = url && regionOf(url.hostname);
  if (!url || !region || !isOfSqs(url, region, config)) throw unknownHost(url);
  const endpoint = new URL(url.origin);
  const settings = { UseFIPS: await config.useFipsEndpoint(), UseDualStack: await config.useDualstackEndpoint() };
  // AWS returns queue URLs of the standard endpoint, also to clients with FIPS or dual-stack endpoints.
  if ((!settings.UseFIPS && !settings.UseDualStack) || isInterface(url.hostname)) return { endpoint, region };
  return { endpoint: config.endpointProvider({ Region: region, ...settings }).url, region };
};

const isInterface = (hostname: string): boolean => hostname.startsWith('vpce-');

/** Forms of SQS hosts. https://docs.aws.amazon.com/general/latest/gr/sqs-service.html lists the legacy ones with `queue`. */
const forms = [
  /^sqs(?:-fips)?\.([^.]+)\./,
  /^([^.]+)\.queue\./,
  /^vpce-[a-z0-9-]+\.sqs(?:-fips)?\.([^.]+)\.vpce\./,
] as const;

const regionOf = (hostname: string): string | undefined => {
  if (hostname === 'queue.amazonaws.com') return 'us-east-1';
  const region = forms.map((form) => form.exec(hostname)?.[1]).find((found) => found !== undefined);
  return region && /^[a-z]+(?:-[a-z]+)+-\d+$/.test(region) ? region : undefined;
};

/** Whether the host of a URL is an SQS endpoint of a region, by the SDK's endpoint rules, which contain the domains of all partitions. */
const isOfSqs = (url: URL, region: string, config: QueueClientConfig): boolean => {
  const { protocol, username, password, port, hostname } = url;
  if (protocol !== 'https:' || username || password || port) return false;
  const hosts = [false, true].flatMap((UseFIPS) =>
    [false, true].flatMap((UseDualStack) => hostOf({ Region: region, UseFIPS, UseDualStack }, config)),
  );
  const domains = new Set(hosts.map((host) => host.replace(/^sqs(?:-fips)?\.[^.]+\./, '')));
  const older = ['queue.amazonaws.com', ...[...domains].map((domain) => `${region}.queue.${domain}`)];
  const own = isInterface(hostname) ? hostname.replace(/^.*\.vpce\./, '') : undefined;
  return own === undefined ? [...hosts, ...older].includes(hostname) : domains.has(own);
};

const hostOf = (parameters: object, { endpointProvider }: QueueClientConfig): readonly string[] => {
  try {
    return [endpointProvider(parameters as never).url.hostname];
  } catch {
    // The partition has no endpoints of this kind.
    return [];
  }
};

const unknownHost = (url: URL | undefined): InvalidInputError => {
  const operation = currentCall()?.operation ?? 'SQS';
  return new InvalidInputError(
    `${operation}: queueUrl ${url ? `contains the host ${url.protocol}//${url.host}, which is not an SQS endpoint` : 'is not a URL'}. Pass the ` +
      'URL that getQueueUrl returns. For an emulator, set its endpoint with AWS_ENDPOINT_URL_SQS or createSession({ endpoint }).',
    { operation },
  );
};
