import { getSmithyContext, toEndpointV1 } from '@smithy/core/transport';

import type { ClientConfig, Context } from '../middleware/middleware.js';
import { setBounded } from '../set-bounded.js';
import type { Codec } from '../protocols/codec.js';

/** The data that all requests of an operation to one endpoint share. */
export interface Way {
  /** The configuration of the client and the members of the context that protocols read. */
  readonly serde: object;
  readonly context: Context & { readonly __smithy_context: { readonly features: Readonly<Record<string, string>> } };
  readonly identityProperties: object;
  readonly handlers: ClockHandlers;
  readonly scope: Signed;
  /** The headers of the user agent by credentials, if they depend on nothing else. */
  readonly userAgents: WeakMap<object, Readonly<Record<string, string>>>;
  /** Writes and reads its requests. Made with the first direct attempt; `null` if the SDK's protocol writes and reads each of them. */
  codec: Codec | null | undefined;
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

/** The SDK's choices for a request. */
interface Chosen {
  readonly operationSchema?: unknown;
  readonly selectedHttpAuthScheme?: {
    readonly httpAuthOption: { readonly identityProperties: object };
    readonly signer: ClockHandlers;
  };
}

/** Number of ways that are kept per client and class of commands: with S3, one per bucket. */
const maxWays = 100;

/** Keeps the way that a request has found in the layers, for direct attempts. Keeps nothing of its input and its credentials. */
export const rememberWay = (ways: Map<string, Way>, key: string, config: ClientConfig, context: Context): void => {
  if (ways.has(key)) return;
  const { [signedBy]: scope, __aws_sdk_context: _features, ...shared } = context;
  const { selectedHttpAuthScheme: selected, operationSchema } = getSmithyContext(context) as Chosen;
  const { endpointV2 } = shared;
  if (!scope || !endpointV2 || !selected || isExpress(endpointV2)) return;
  const endpoint = toEndpointV1(endpointV2 as never);
  // The features of a request depend on its checksum and its credentials, except this one.
  const features = config['isCustomEndpoint'] === true ? { ENDPOINT_OVERRIDE: 'N' } : {};
  const own = { ...shared, __smithy_context: { operationSchema, features } };
  setBounded(
    ways,
    key,
    {
      serde: Object.assign(Object.create(config) as object, own, { endpoint: async () => endpoint }),
      context: own,
      identityProperties: selected.httpAuthOption.identityProperties,
      handlers: selected.signer,
      scope: scope as Signed,
      userAgents: new WeakMap(),
      codec: undefined,
    },
    maxWays,
  );
};

/** Whether requests need a session of S3 Express. */
const isExpress = (endpoint: object): boolean =>
  (endpoint as { properties?: { backend?: unknown } }).properties?.backend !== undefined;
