import { getSmithyContext, toEndpointV1 } from '@smithy/core/transport';

import type { ClientConfig, Context } from '../middleware/middleware.js';
import { setBounded } from '../set-bounded.js';

/** What the requests of an operation to one endpoint have in common. */
export interface Way {
  /** The configuration of the client and the members of the context that protocols read. */
  readonly serde: object;
  /** A context for the steps of a request. */
  readonly context: Context;
  readonly identityProperties: object;
  readonly handlers: ClockHandlers;
  readonly scope: { readonly region: string; readonly service: string; readonly escapesPath: boolean };
  /** The headers of the user agent, by credentials. */
  readonly userAgents: WeakMap<object, Readonly<Record<string, string>>>;
}

/** Corrects the clock of a client by a response. */
interface ClockHandlers {
  readonly successHandler: (response: unknown, properties: object) => void;
}

/** The parts of a signature that the SDK has chosen. They are stored in the context of a request. */
export interface Signed {
  readonly region: string;
  readonly service: string;
  readonly escapesPath: boolean;
  readonly identity: object;
}

/** The member of a context in which a signed request leaves {@link Signed}. */
export const signedBy = 'archSigned';

interface Selected {
  readonly httpAuthOption: { readonly identityProperties: object };
  readonly signer: ClockHandlers;
}

const userAgentHeaders = ['user-agent', 'x-amz-user-agent'];

/** Number of ways that are kept per client and class of commands: with S3, one per bucket. */
const maxWays = 100;

/** Keeps what a request on the whole way has found, for direct attempts. */
export const rememberWay = (
  ways: Map<string, Way>,
  key: string,
  { config, context, headers }: { config: ClientConfig; context: Context; headers: Readonly<Record<string, string>> },
): void => {
  const signed = context[signedBy] as Signed | undefined;
  const { endpointV2 } = context;
  const { selectedHttpAuthScheme, ...smithy } = getSmithyContext(context) as { selectedHttpAuthScheme?: Selected };
  if (!signed || !endpointV2 || !selectedHttpAuthScheme || isExpress(endpointV2)) return;
  const { identity, ...scope } = signed;
  const userAgent = Object.fromEntries(userAgentHeaders.flatMap((name) => (headers[name] ? [[name, headers[name]]] : [])));
  let way = ways.get(key);
  if (!way) {
    const endpoint = toEndpointV1(endpointV2 as never);
    const own: Context = { ...context, __smithy_context: { ...smithy, selectedHttpAuthScheme: undefined } };
    way = {
      serde: Object.assign(Object.create(config) as object, own, { endpoint: async () => endpoint }),
      context: own,
      identityProperties: selectedHttpAuthScheme.httpAuthOption.identityProperties,
      handlers: selectedHttpAuthScheme.signer,
      scope,
      userAgents: new WeakMap(),
    };
    setBounded(ways, key, way, maxWays);
  }
  way.userAgents.set(identity, userAgent);
};

/** Whether requests need a session of S3 Express. */
const isExpress = (endpoint: object): boolean =>
  (endpoint as { properties?: { backend?: unknown } }).properties?.backend !== undefined;
