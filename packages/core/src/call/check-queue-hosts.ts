import { getSmithyContext } from '@smithy/core/transport';

import { InvalidInputError } from '../errors/invalid-input-error.js';
import { currentCall } from './current-call.js';

interface Endpoint {
  readonly url: URL;
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** The configuration of a client whose inputs name a host, of which there is one: SQS. */
interface QueueClientConfig {
  readonly useQueueUrlAsEndpoint?: boolean;
  readonly isCustomEndpoint: boolean;
  readonly serviceConfiguredEndpoint: () => Promise<string | undefined>;
  readonly endpointProvider: (parameters: Readonly<Record<string, unknown>>) => Endpoint;
  readonly useFipsEndpoint: () => Promise<boolean>;
  readonly useDualstackEndpoint: () => Promise<boolean>;
}

/** A client that may be one of SQS. */
interface Client {
  readonly config: object;
  readonly middlewareStack: { addRelativeTo(middleware: unknown, options: object): void };
}

interface Arguments {
  readonly input: { readonly QueueUrl?: unknown };
}
type Next = (args: Arguments) => Promise<unknown>;

/** The SDK would send a request to whatever host a queue's URL names; clients are made with this, and get the middleware below. */
export const noQueueUrlAsEndpoint = { useQueueUrlAsEndpoint: false } as const;

/**
 * Lets every request about a queue go to the endpoint where one is set, whatever host the queue's URL names: emulators call themselves in
 * many ways. Without one, the host has to be SQS's, and the request is signed for its region. Nothing is sent anywhere else: a request
 * carries the session token.
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

/** Whether an endpoint is set: by the session, the environment or the profile. */
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

/** Where a request about a queue goes, or an error where the URL of the queue names no host of SQS. */
const endpointOf = async (text: string, config: QueueClientConfig): Promise<{ endpoint: URL; region: string }> => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const region = url && regionOf(url.hostname);
  if (!url || !region || !isOfSqs(url, region, config)) throw foreignHost(url);
  const endpoint = new URL(url.origin);
  const settings = { UseFIPS: await config.useFipsEndpoint(), UseDualStack: await config.useDualstackEndpoint() };
  // The URL is that of the standard endpoint, also where another kind is wanted.
  if ((!settings.UseFIPS && !settings.UseDualStack) || isInterface(url.hostname)) return { endpoint, region };
  return { endpoint: config.endpointProvider({ Region: region, ...settings }).url, region };
};

const isInterface = (hostname: string): boolean => hostname.startsWith('vpce-');

/** Forms of hosts; https://docs.aws.amazon.com/general/latest/gr/sqs-service.html has those with `queue`, which are older than regions. */
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

/** Whether a URL names a host that SQS has in a region, by the SDK's own rules: these know the domains of all partitions. */
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
    // A partition without such endpoints.
    return [];
  }
};

const foreignHost = (url: URL | undefined): InvalidInputError => {
  const operation = currentCall()?.operation ?? 'SQS';
  return new InvalidInputError(
    `${operation}: queueUrl names ${url ? `${url.protocol}//${url.host}` : 'no host'}, which is no endpoint of SQS. Pass the URL that getQueueUrl ` +
      'returns; for an emulator, set its endpoint: AWS_ENDPOINT_URL_SQS or createSession({ endpoint }).',
    { operation },
  );
};
