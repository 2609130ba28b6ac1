import { constructStack } from '@smithy/core/client';

import type { SdkClient } from './client-type.js';

type Handler = (args: object) => Promise<{ readonly output: unknown }>;
type Middleware = (next: Handler, context: object) => Handler;

interface Stack {
  concat(other: Stack): Stack;
  applyToStack(stack: object): void;
  resolve(handler: Handler, context: object): Handler;
}

/** A command of the SDK, seen from outside. */
interface SdkCommand {
  middlewareStack: Pick<Stack, 'applyToStack'> | { readonly use: () => void };
  resolveMiddleware(stack: object, configuration: object, options: undefined): Handler;
}

const kept = new WeakMap<object, WeakMap<object, readonly Middleware[]>>();

/**
 * Sends a command as `client.send(command)` does, but collects and sorts the middleware of a kind of command only once per client.
 *
 * Not by the SDK's `cacheMiddleware`: that keeps the context of the first call as well, so that of two requests under way at the same time
 * one reads the endpoint of the other. Here each call has a context of its own.
 */
export const sendCommand = async (client: SdkClient, command: object): Promise<unknown> => {
  const { output } = await handlerOf(client, command as SdkCommand)(command);
  return output;
};

const handlerOf = (client: SdkClient, command: SdkCommand): Handler => {
  let ofClient = kept.get(client);
  if (!ofClient) kept.set(client, (ofClient = new WeakMap()));
  const known = ofClient.get(command.constructor);
  if (known) {
    command.middlewareStack = ignoring;
    return command.resolveMiddleware(
      stackOf(() => known),
      client.config,
      undefined,
    );
  }
  const first = (own: Stack): readonly Middleware[] => {
    const list = inOrder((client.middlewareStack as unknown as Stack).concat(own));
    ofClient.set(command.constructor, list);
    return list;
  };
  return command.resolveMiddleware(stackOf(first), client.config, undefined);
};

const ignoring = { use: (): void => undefined };

/** A client's stack as a command sees it: it is joined with the command's own, then resolved with the context of the call. */
const stackOf = (listOf: (own: Stack) => readonly Middleware[]): object => ({
  concat: (own: Stack) => ({
    resolve: (handler: Handler, context: object): Handler =>
      listOf(own).reduceRight((next, middleware) => middleware(next, context), handler),
  }),
});

/** The functions of a stack, the outermost first. */
const inOrder = (stack: Stack): readonly Middleware[] => {
  const list: Middleware[] = [];
  const sorted = constructStack<object, object>();
  const noting = (middleware: Middleware) => (next: Handler) => {
    list.unshift(middleware);
    return next;
  };
  stack.applyToStack({
    add: (middleware: Middleware, options: object) =>
      sorted.add(noting(middleware) as never, { ...options, middleware: noting(middleware) } as never),
    addRelativeTo: (middleware: Middleware, options: object) =>
      sorted.addRelativeTo(noting(middleware) as never, { ...options, middleware: noting(middleware) } as never),
  });
  sorted.resolve((async () => ({ output: undefined })) as never, {});
  return list;
};
