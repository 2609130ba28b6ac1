import { getSchemaSerdePlugin } from '@smithy/core/schema';

import type { Context, Handler, Middleware, Replaced } from './middleware.js';
import { contextOf, operationOf } from './serialize.js';

type Deserialize = (operation: unknown, context: object, response: unknown) => Promise<unknown>;
type Answered = () => Promise<{ readonly response: unknown }>;

/**
 * Reads responses with the SDK's protocol, as its own middleware does, without a copy of the whole configuration per response. The SDK's
 * middleware completes the errors.
 */
export const deserialize =
  ({ config }: Replaced): Middleware =>
  (next, context) =>
    (async (args: never) => {
      const { response } = (await next(args)) as { readonly response: unknown };
      const { deserializeResponse } = config['protocol'] as { deserializeResponse: Deserialize };
      try {
        const output = await deserializeResponse.call(
          config['protocol'],
          operationOf(context),
          contextOf(config, context),
          response,
        );
        return { response, output };
      } catch (error) {
        return completed(error, response, context);
      }
    }) as Handler;

/** Throws the error with the members that the SDK adds to it. */
const completed = async (error: unknown, response: unknown, context: Context): Promise<unknown> => {
  const protocol = {
    setSerdeContext: (): void => undefined,
    deserializeResponse: async (): Promise<never> => {
      throw error;
    },
  };
  let complete: ((next: Answered, context: Context) => (args: object) => Promise<unknown>) | undefined;
  const add = (middleware: never, { name }: { readonly name?: string }): void => {
    if (name === 'deserializerMiddleware') complete = middleware;
  };
  getSchemaSerdePlugin({ protocol } as never).applyToStack({ add } as never);
  return complete?.(async () => ({ response }), context)({});
};
