import { operation } from '@smithy/core/schema';
import { getSmithyContext, toEndpointV1 } from '@smithy/core/transport';

import type { Context, Replaced, Step } from './middleware.js';

type OperationSchema = readonly [9, string, string, never, never, never];
type Serialize = (operation: unknown, input: unknown, context: object) => Promise<unknown>;

interface Arguments {
  readonly input: unknown;
  request?: unknown;
}

/** Writes requests with the SDK's protocol, as its own middleware does, without a copy of the whole configuration per request. */
export const serialize = ({ config }: Replaced): Step => ({
  before: async (args: Arguments, context) => {
    const { serializeRequest } = config['protocol'] as { serializeRequest: Serialize };
    const { endpointV2 } = context;
    const endpoint = endpointV2 ? keptEndpoint(endpointV2) : config['endpoint'];
    args.request = await serializeRequest.call(
      config['protocol'],
      operationOf(context),
      args.input,
      Object.assign(contextOf(config, context), { endpoint }),
    );
  },
});

const endpoints = new WeakMap<object, () => Promise<unknown>>();

/** Returns an endpoint in the form that protocols read. They do not change it. */
const keptEndpoint = (endpoint: object): (() => Promise<unknown>) => {
  let kept = endpoints.get(endpoint);
  if (!kept) {
    const read = toEndpointV1(endpoint as never);
    endpoints.set(endpoint, (kept = async () => read));
  }
  return kept;
};

/** Returns the operation of a request in the form that protocols read. */
export const operationOf = (context: Context): object => {
  const { operationSchema } = getSmithyContext(context) as { readonly operationSchema: OperationSchema };
  return operationOfSchema(operationSchema);
};

/** Converts the schema of an operation to the form that protocols read. */
export const operationOfSchema = (operationSchema: OperationSchema): object => {
  let known = operations.get(operationSchema);
  if (known) return known;
  const [, namespace, name, traits, input, output] = operationSchema;
  operations.set(operationSchema, (known = operation(namespace, name, traits, input, output)));
  return known;
};

const operations = new WeakMap<object, object>();

/** An object with the members of a configuration and of a context. */
export const contextOf = (config: object, context: Context): object =>
  Object.assign(Object.create(config) as object, context);
