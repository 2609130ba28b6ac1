import { checkQueueHosts } from '../check-queue-hosts.js';

/** Settings of a client. The default is the configuration by a session without an endpoint. */
export interface QueueSettings {
  readonly isCustomEndpoint?: boolean;
  readonly configuredEndpoint?: string;
  readonly fips?: boolean;
  readonly dualstack?: boolean;
  readonly signingProperties?: object;
}

/** The endpoint and signature settings of a request. */
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

/** The partitions: a pattern of region names, the domain of IPv4 endpoints, and the domain of dual-stack endpoints if it exists. */
const partitions = [
  [/^cn-/, 'amazonaws.com.cn', 'api.amazonwebservices.com.cn'],
  [/^us-iso-/, 'c2s.ic.gov', undefined],
  [/^eusc-/, 'amazonaws.eu', 'api.amazonwebservices.eu'],
  [/^/, 'amazonaws.com', 'api.aws'],
] as const;

/** The endpoint rules of the SDK's SQS client. https://docs.aws.amazon.com/general/latest/gr/sqs-service.html */
const endpointProvider = ({ Region: region, UseFIPS, UseDualStack }: Parameters): { url: URL } => {
  const [, domain, dualstack] = partitions.find(([form]) => form.test(region)) ?? partitions[3];
  const suffix = UseDualStack ? dualstack : domain;
  if (!suffix) throw new Error('DualStack is enabled but this partition does not support DualStack');
  // The standard endpoints of GovCloud are its FIPS endpoints.
  const isFips = UseFIPS && !(region.startsWith('us-gov-') && !UseDualStack);
  return { url: new URL(`https://sqs${isFips ? '-fips' : ''}.${region}.${suffix}`) };
};

/** An SQS client that only resolves the endpoint of its requests: core does not depend on the real SQS client. */
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
