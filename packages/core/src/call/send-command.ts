import type { SdkClient } from './client-type.js';
import type { ClientConfig, CommandClass, Context, Handler, Middleware, Replaced } from './middleware/middleware.js';

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
  readonly constructor: unknown;
  middlewareStack: Stack | { readonly use: () => void };
  resolveMiddleware(stack: object, configuration: object, options: undefined): Handler;
}

const middlewareByClient = new WeakMap<object, WeakMap<object, readonly Middleware[]>>();

/** Returns the middleware that takes the place of one of the SDK, by its name. */
export type Replace = (name: string, replaced: Replaced) => Middleware;

/**
 * Sends a command as `client.send(command)` does, but collects and sorts the middleware only once per client and command class, and replaces
 * some of them.
 *
 * The SDK's `cacheMiddleware` option is not used: it also keeps the context of the first call, so that one of two concurrent requests reads
 * the endpoint of the other. Here each call has its own context.
 */
export const sendCommand = async (
  client: SdkClient,
  command: object,
  replace: Replace = (_name, { middleware }) => middleware,
): Promise<unknown> => {
  const { output } = (await handlerOf(client, command as SdkCommand, replace)(command as never)) as {
    readonly output: unknown;
  };
  return output;
};

const handlerOf = (client: SdkClient, command: SdkCommand, replace: Replace): Handler => {
  let ofClient = middlewareByClient.get(client);
  if (!ofClient) middlewareByClient.set(client, (ofClient = new WeakMap()));
  const commandClass = command.constructor as CommandClass;
  const known = ofClient.get(commandClass);
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
    const config = client.config as unknown as ClientConfig;
    const list = inOrder((client.middlewareStack as unknown as Stack).concat(own), empty, (name, middleware) =>
      replace(name, { config, commandClass, middleware }),
    );
    ofClient.set(commandClass, list);
    return list;
  };
  return command.resolveMiddleware(stackOf(first), client.config, undefined);
};

const ignoring = { use: (): void => undefined };

/** A middleware stack for a command: the command concatenates it with its own stack, then resolves it with the context of the call. */
const stackOf = (listOf: (own: Stack) => readonly Middleware[]): object => ({
  concat: (own: Stack) => ({
    resolve: (handler: Handler, context: Context): Handler =>
      listOf(own).reduceRight((next, middleware) => middleware(next, context), handler),
  }),
});

/** Returns the middleware functions of a stack, the outermost first. */
const inOrder = (
  stack: Stack,
  sorted: Stack,
  replaced: (name: string, middleware: Middleware) => Middleware,
): readonly Middleware[] => {
  const list: Middleware[] = [];
  // A stack takes the middleware from its options if they contain one.
  const recording = (middleware: Middleware, options: { readonly name?: string }): [Middleware, object] => {
    const record: Middleware = (next) => {
      list.unshift(options.name === undefined ? middleware : replaced(options.name, middleware));
      return next;
    };
    return [record, { ...options, middleware: record }];
  };
  stack.applyToStack({
    add: (middleware: Middleware, options: object) => sorted.add(...recording(middleware, options)),
    addRelativeTo: (middleware: Middleware, options: object) => sorted.addRelativeTo(...recording(middleware, options)),
  });
  sorted.resolve((async () => ({ output: undefined })) as unknown as Handler, {});
  return list;
};
