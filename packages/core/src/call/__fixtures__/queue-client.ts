import { checkQueueHosts } from '../check-queue-hosts.js';

/** How a client is configured; all absent: as a session configures it that has no endpoint. */
export interface QueueSettings {
  readonly isCustomEndpoint?: boolean;
  readonly configuredEndpoint?: string;
  readonly fips?: boolean;
  readonly dualstack?: boolean;
  readonly signingProperties?: object;
}

/** Where a request has gone. */
export interface Routed {
  readonly origin: string | undefined;
  readonly authSchemes: unknown;
  readonly signingRegion: unknown;
  readonly signingProperties: unknown;
}

interface Parameters {
  readonly Region: string;
  readonly UseFIPS: boolean;
  readonly UseDualStack: boolean;
}

interface Context {
  endpointV2?: { readonly url: URL; readonly properties: { readonly authSchemes: unknown } };
  signing_region?: string;
  __smithy_context: object;
}
type Middleware = (next: (args: unknown) => Promise<unknown>, context: object) => (args: unknown) => Promise<unknown>;

/** Region, and the domains of its partition: with IPv4, and with IPv6 too, where the partition has it. */
const partitions = [
  [/^cn-/, 'amazonaws.com.cn', 'api.amazonwebservices.com.cn'],
  [/^us-iso-/, 'c2s.ic.gov', undefined],
  [/^eusc-/, 'amazonaws.eu', 'api.amazonwebservices.eu'],
  [/^/, 'amazonaws.com', 'api.aws'],
] as const;

/** https://docs.aws.amazon.com/general/latest/gr/sqs-service.html, as the rules of the SDK's client have it. */
const endpointProvider = ({ Region: region, UseFIPS, UseDualStack }: Parameters): { url: URL } => {
  const [, domain, dualstack] = partitions.find(([form]) => form.test(region)) ?? partitions[3];
  const suffix = UseDualStack ? dualstack : domain;
  if (!suffix) throw new Error('DualStack is enabled but this partition does not support DualStack');
  // GovCloud's usual endpoints are the ones with FIPS.
  const isFips = UseFIPS && !(region.startsWith('us-gov-') && !UseDualStack);
  return { url: new URL(`https://sqs${isFips ? '-fips' : ''}.${region}.${suffix}`) };
};

/** A client of SQS, as far as its requests have a host, and what sends by it. Core has no client of SQS. */
export const queueClient = ({
  isCustomEndpoint = false,
  configuredEndpoint,
  fips = false,
  dualstack = false,
  signingProperties,
}: QueueSettings = {}): { send(input: object): Promise<Routed>; added: object[] } => {
  const added: object[] = [];
  let middleware: Middleware | undefined;
  checkQueueHosts({
    config: {
      useQueueUrlAsEndpoint: false,
      isCustomEndpoint,
      serviceConfiguredEndpoint: async () => configuredEndpoint,
      endpointProvider,
      useFipsEndpoint: async () => fips,
      useDualstackEndpoint: async () => dualstack,
    },
    middlewareStack: {
      addRelativeTo: (made, options) => {
        middleware = made as Middleware;
        added.push(options);
      },
    },
  });
  const send = async (input: object): Promise<Routed> => {
    const auth = signingProperties && { httpAuthOption: { signingProperties } };
    const context: Context = { __smithy_context: { selectedHttpAuthScheme: auth } };
    const next = async (): Promise<Routed> => ({
      origin: context.endpointV2?.url.origin,
      authSchemes: context.endpointV2?.properties.authSchemes,
      signingRegion: context.signing_region,
      signingProperties: auth?.httpAuthOption.signingProperties,
    });
    if (!middleware) return next();
    return middleware(next, context)({ input }) as Promise<Routed>;
  };
  return { send, added };
};
