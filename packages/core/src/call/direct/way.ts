import { getSmithyContext, toEndpointV1 } from '@smithy/core/transport';

import type { ClientConfig, Context } from '../middleware/middleware.js';
import { setBounded } from '../set-bounded.js';
import type { Rpc } from './rpc.js';

/** What the requests of an operation to one endpoint have in common. */
export interface Way {
  /** The configuration of the client and the members of the context that protocols read. */
  readonly serde: object;
  /** The context of a request without the data of the SDK, which are in `smithy`. */
  readonly context: Context;
  readonly smithy: { readonly features: Readonly<Record<string, string>> };
  readonly identityProperties: object;
  readonly handlers: ClockHandlers;
  readonly scope: Signed;
  /** The headers of the user agent by credentials, if they depend on nothing else. */
  readonly userAgents: WeakMap<object, Readonly<Record<string, string>>>;
  /** Writes and reads its requests. Resolved with the first direct attempt; `null` if the SDK's protocol writes and reads each of them. */
  rpc: Rpc | null | undefined;
}

/** Corrects the clock of a client by a response. */
interface ClockHandlers {
  readonly successHandler: (response: unknown, properties: object) => void;
}

/** The parts of a signature that the SDK has chosen. */
export interface Signed {
  readonly region: string;
  readonly service: string;
  readonly escapesPath: boolean;
}

/** The member of a context that contains {@link Signed} after a request was signed. */
export const signedBy = 'archSigned';

interface Selected {
  readonly httpAuthOption: { readonly identityProperties: object };
  readonly signer: ClockHandlers;
}

/** Number of ways that are kept per client and class of commands: with S3, one per bucket. */
const maxWays = 100;

/** Keeps what a request on the whole way has found, for direct attempts. */
export const rememberWay = (ways: Map<string, Way>, key: string, config: ClientConfig, context: Context): void => {
  const signed = context[signedBy] as Signed | undefined;
  const { endpointV2 } = context;
  const { selectedHttpAuthScheme: selected, ...smithy } = getSmithyContext(context) as {
    selectedHttpAuthScheme?: Selected;
  };
  if (ways.has(key) || !signed || !endpointV2 || !selected || isExpress(endpointV2)) return;
  const endpoint = toEndpointV1(endpointV2 as never);
  // The features of a request depend on its checksum and its credentials, except this one.
  const features = config['isCustomEndpoint'] === true ? { ENDPOINT_OVERRIDE: 'N' } : {};
  setBounded(
    ways,
    key,
    {
      serde: Object.assign(Object.create(config) as object, context, { endpoint: async () => endpoint }),
      context,
      smithy: { ...smithy, features },
      identityProperties: selected.httpAuthOption.identityProperties,
      handlers: selected.signer,
      scope: signed,
      userAgents: new WeakMap(),
      rpc: undefined,
    },
    maxWays,
  );
};

/** Whether requests need a session of S3 Express. */
const isExpress = (endpoint: object): boolean =>
  (endpoint as { properties?: { backend?: unknown } }).properties?.backend !== undefined;
