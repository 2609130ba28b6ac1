import { Readable } from 'node:stream';

import { getSchemaSerdePlugin } from '@smithy/core/schema';

import { exchangeOf } from '../../transport/exchange.js';
import { expectedDocument } from '../../transport/expected-document.js';
import type { ClientConfig, Context, Handler, Middleware, Replaced } from './middleware.js';
import { contextOf, operationOf } from './serialize.js';
import { WholeContent, type WholeResponse } from './whole-content.js';

type Deserialize = (operation: unknown, context: object, response: unknown) => Promise<object>;
type Answered = () => Promise<{ readonly response: unknown }>;

/**
 * Reads responses with the SDK's protocol, as its own middleware does, without a copy of the whole configuration per response. The SDK's
 * middleware completes the errors.
 */
export const deserialize =
  ({ config }: Replaced): Middleware =>
  (next, context) =>
    (async (args: never) => {
      const { response } = (await next(args)) as { readonly response: WholeResponse };
      try {
        const reading = { operation: operationOf(context), serde: contextOf(config, context) };
        return { response, output: await readOutput(config, reading, response) };
      } catch (error) {
        return completed(error, response, context);
      }
    }) as Handler;

/** The operation of a response in the form that protocols read, and the configuration of its client with the context of the request. */
interface Reading {
  readonly operation: object;
  readonly serde: object;
}

/** Reads a response with the protocol of a client. */
export const readOutput = (
  config: ClientConfig,
  { operation, serde }: Reading,
  response: WholeResponse,
): Promise<object> => {
  const { deserializeResponse } = config['protocol'] as { deserializeResponse: Deserialize };
  const read = (each: object): Promise<object> => deserializeResponse.call(config['protocol'], operation, serde, each);
  const isContent = response.body instanceof Uint8Array && response.statusCode < 300 && hasContent(response);
  return isContent ? readWithContent(response, read) : read(response);
};

/** Reads a response whose content has been read, although the SDK accepts content as a stream only. */
const readWithContent = async (
  response: WholeResponse,
  read: (response: object) => Promise<object>,
): Promise<object> => {
  const stream = new Readable({ read: () => undefined });
  const output = (await read({ ...response, body: stream })) as Record<string, unknown>;
  for (const name in output) if (output[name] === stream) output[name] = new WholeContent(response);
  return output;
};

/** Whether a response has content that is a stream, by the schema of its operation. */
const hasContent = (response: WholeResponse): boolean => {
  const operation = exchangeOf(response)?.operation;
  return operation !== undefined && expectedDocument(operation).isStreamed;
};

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
