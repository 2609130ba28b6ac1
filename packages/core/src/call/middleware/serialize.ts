import { operation } from '@smithy/core/schema';
import { getSmithyContext, toEndpointV1 } from '@smithy/core/transport';

import type { Context, Handler, Middleware, Replaced } from './middleware.js';

type OperationSchema = readonly [9, string, string, never, never, never];
type Serialize = (operation: unknown, input: unknown, context: object) => Promise<unknown>;

/** Writes requests with the SDK's protocol, as its own middleware does, without a copy of the whole configuration per request. */
export const serialize =
  ({ config }: Replaced): Middleware =>
  (next, context) =>
    (async (args: { readonly input: unknown }) => {
      const { serializeRequest } = config['protocol'] as { serializeRequest: Serialize };
      const { endpointV2 } = context;
      const endpoint = endpointV2 ? async () => toEndpointV1(endpointV2 as never) : config['endpoint'];
      const request = await serializeRequest.call(
        config['protocol'],
        operationOf(context),
        args.input,
        Object.assign(contextOf(config, context), { endpoint }),
      );
      return next({ ...args, request } as never);
    }) as Handler;

/** The schema of the operation in the form that protocols read. */
export const operationOf = (context: Context): unknown => {
  const { operationSchema } = getSmithyContext(context) as { readonly operationSchema: OperationSchema };
  const [, namespace, name, traits, input, output] = operationSchema;
  return operation(namespace, name, traits, input, output);
};

/** An object with the members of a configuration and of a context. */
export const contextOf = (config: object, context: Context): object =>
  Object.assign(Object.create(config) as object, context);
