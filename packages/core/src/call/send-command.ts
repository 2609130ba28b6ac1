import type { SdkClient } from './client-type.js';

type Handler = (args: object) => Promise<{ readonly output: unknown }>;
type Middleware = (next: Handler, context: object) => Handler;

interface Stack {
  add(middleware: Middleware, options: object): void;
  addRelativeTo(middleware: Middleware, options: object): void;
  clone(): Stack;
  concat(other: Stack): Stack;
  applyToStack(stack: object): void;
  resolve(handler: Handler, context: object): Handler;
}

/** The part of an SDK command that is used here. */
interface SdkCommand {
  middlewareStack: Stack | { readonly use: () => void };
  resolveMiddleware(stack: object, configuration: object, options: undefined): Handler;
}

const middlewareByClient = new WeakMap<object, WeakMap<object, readonly Middleware[]>>();

/**
 * Sends a command as `client.send(command)` does, but collects and sorts the middleware only once per client and command class.
 *
 * The SDK's `cacheMiddleware` option is not used: it also keeps the context of the first call, so that one of two concurrent requests reads
 * the endpoint of the other. Here each call has its own context.
 */
export const sendCommand = async (client: SdkClient, command: object): Promise<unknown> => {
  const { output } = await handlerOf(client, command as SdkCommand)(command);
  return output;
};

const handlerOf = (client: SdkClient, command: SdkCommand): Handler => {
  let ofClient = middlewareByClient.get(client);
  if (!ofClient) middlewareByClient.set(client, (ofClient = new WeakMap()));
  const known = ofClient.get(command.constructor);
  if (known) {
    command.middlewareStack = ignoring;
    return command.resolveMiddleware(
      stackOf(() => known),
      client.config,
      undefined,
    );
  }
  // A new command has an empty stack. A copy of it avoids loading the SDK's constructor of stacks with this module.
  const empty = (command.middlewareStack as Stack).clone();
  const first = (own: Stack): readonly Middleware[] => {
    const list = inOrder((client.middlewareStack as unknown as Stack).concat(own), empty);
    ofClient.set(command.constructor, list);
    return list;
  };
  return command.resolveMiddleware(stackOf(first), client.config, undefined);
};

const ignoring = { use: (): void => undefined };

/** A middleware stack for a command: the command concatenates it with its own stack, then resolves it with the context of the call. */
const stackOf = (listOf: (own: Stack) => readonly Middleware[]): object => ({
  concat: (own: Stack) => ({
    resolve: (handler: Handler, context: object): Handler =>
      listOf(own).reduceRight((next, middleware) => middleware(next, context), handler),
  }),
});

/** Returns the middleware functions of a stack, the outermost first. */
const inOrder = (stack: Stack, sorted: Stack): readonly Middleware[] => {
  const list: Middleware[] = [];
  // A stack takes the middleware from its options if they contain one.
  const recording = (middleware: Middleware, options: object): [Middleware, object] => {
    const record: Middleware = (next) => {
      list.unshift(middleware);
      return next;
    };
    return [record, { ...options, middleware: record }];
  };
  stack.applyToStack({
    add: (middleware: Middleware, options: object) => sorted.add(...recording(middleware, options)),
    addRelativeTo: (middleware: Middleware, options: object) => sorted.addRelativeTo(...recording(middleware, options)),
  });
  sorted.resolve(async () => ({ output: undefined }), {});
  return list;
};
