import type { StandardRetryToken } from '@smithy/types';

import { remembered } from '../../settings/remembered.js';
import { endpointKey } from '../middleware/endpoint-key.js';
import type { ClientConfig, CommandClass, Context } from '../middleware/middleware.js';
import { operationOf } from '../middleware/serialize.js';
import type { SdkClient } from '../client-type.js';
import { bucketRegionOf } from '../follow-bucket-region.js';
import type { Protocol } from '../protocols/protocol.js';
import type { DirectRequest } from './direct-request.js';
import { directSteps, type DirectSteps, type NamedLayer } from './direct-steps.js';
import type { Way } from './way.js';

/** The members of a client's configuration that direct attempts use. */
export interface DirectConfig extends Pick<SdkClient['config'], 'serviceId' | 'protocolSettings'> {
  readonly protocol: SdkClient['config']['protocol'] & {
    serializeRequest(operation: object, input: object, context: object): Promise<DirectRequest>;
  };
  readonly archProtocol?: Protocol;
  readonly credentials: (properties: object) => Promise<Identity>;
  readonly retryStrategy: () => Promise<{
    acquireInitialRetryToken(scope: string): Promise<StandardRetryToken>;
    recordSuccess(token: StandardRetryToken): void;
  }>;
  readonly requestHandler: { handle(request: DirectRequest): Promise<{ response: never }> };
  readonly disableClockSkewCorrection?: () => Promise<boolean>;
  readonly systemClockOffset: number;
}

export interface Identity {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** An operation of a client whose requests may be sent directly. */
export interface DirectOperation {
  readonly client: ClientConfig;
  readonly config: DirectConfig;
  readonly steps: DirectSteps;
  readonly operation: object;
  readonly schema: readonly unknown[];
  /** The ways of its requests that are known, by {@link keyOf}. */
  readonly ways: Map<string, Way>;
  /** Returns the key of the way of a request. */
  readonly keyOf: (input: object) => string;
  /** Counts a success in the retry budget of the session. */
  recordSuccess: (() => void) | undefined;
  /** Whether signatures use AWS's time when the local clock is wrong. A setting of the session. */
  readonly isClockCorrected: () => Promise<boolean>;
}

/** Returns the direct way of an operation. `undefined` if its requests need all layers. */
export const directOperation = (
  config: ClientConfig,
  commandClass: CommandClass,
  { layers, context }: { readonly layers: readonly NamedLayer[]; readonly context: Context },
): DirectOperation | undefined => {
  const steps = directSteps(layers, config);
  const endpointOf = endpointKey({ commandClass });
  if (!steps || !endpointOf) return undefined;
  const { operationSchema } = (context['__smithy_context'] ?? {}) as { operationSchema?: readonly unknown[] };
  if (!operationSchema) return undefined;
  const own = config as unknown as DirectConfig;
  const isOfQueues = config['useQueueUrlAsEndpoint'] !== undefined;
  return {
    client: config,
    config: own,
    steps,
    operation: operationOf(context),
    schema: operationSchema,
    ways: new Map(),
    keyOf: (input) => {
      const key = endpointOf(input, { archBucketRegion: bucketRegionOf(config, input, context) });
      return isOfQueues ? `${key} ${originOf(input)}` : key;
    },
    recordSuccess: undefined,
    isClockCorrected: remembered(async () => (await own.disableClockSkewCorrection?.()) !== true),
  };
};

/** The origin of the URL of a queue, to which its requests are sent: its text, or the whole of an unusual URL. */
const originOf = ({ QueueUrl: url }: { readonly QueueUrl?: unknown }): string =>
  typeof url === 'string' ? `=${/^https?:\/\/[^/?#\\\s]+\//.exec(url)?.[0] ?? url}` : '';
