import type { SdkClient } from './client-type.js';
import type {
  ClientConfig,
  CommandClass,
  Context,
  Handler,
  Layer,
  Middleware,
  Replaced,
} from './middleware/middleware.js';

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
  readonly input: unknown;
  readonly middlewareStack: Stack;
  resolveMiddleware(stack: object, configuration: object, options: undefined): Handler;
}

/** The parts that all commands of a class share. */
interface Kept {
  /** The layers of the way to AWS, the outermost first. */
  readonly layers: readonly Layer[];
  /** Sends a request to the transport of the client. */
  readonly handler: Handler;
  /** The context before the first layer. */
  readonly context: Context;
}

/** The member of a context in which the SDK keeps its own data. */
const smithyContext = '__smithy_context';

const keptByClient = new WeakMap<object, WeakMap<object, Kept>>();

/** Returns the layer that takes the place of one of the SDK's middleware, by its name. */
export type Replace = (name: string, replaced: Replaced) => Layer;

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
  const sdkCommand = command as SdkCommand;
  const { layers, handler, context } = keptOf(client, sdkCommand, replace);
  const smithy = { ...(context[smithyContext] as object), commandInstance: command };
  const own = { ...context, [smithyContext]: smithy };
  const { output } = await through(layers, handler, own)({ input: sdkCommand.input } as never);
  return output;
};

/** Returns the handler that passes a request through layers. Successive steps need no promise. */
const through = (layers: readonly Layer[], handler: Handler, context: Context): Answering => {
  const from = (index: number, args: never): Promise<never> => {
    try {
      for (let at = index; at < layers.length; at++) {
        const layer = layers[at]!;
        if (typeof layer === 'function') return layer((changed) => from(at + 1, changed), context)(args);
        const waiting = layer.before(args, context);
        if (waiting) return waiting.then(() => from(at + 1, args));
      }
      return handler(args);
    } catch (error) {
      return Promise.reject(error);
    }
  };
  return (args) => from(0, args);
};

type Answering = (args: never) => Promise<{ readonly output: unknown }>;

const keptOf = (client: SdkClient, command: SdkCommand, replace: Replace): Kept => {
  let ofClient = keptByClient.get(client);
  if (!ofClient) keptByClient.set(client, (ofClient = new WeakMap()));
  const commandClass = command.constructor as CommandClass;
  let kept = ofClient.get(commandClass);
  if (kept) return kept;
  // A new command has an empty stack. A copy of it avoids loading the SDK's constructor of stacks with this module.
  const empty = command.middlewareStack.clone();
  const config = client.config as unknown as ClientConfig;
  const layersOf = (own: Stack): readonly Layer[] =>
    inOrder((client.middlewareStack as unknown as Stack).concat(own), empty, (name, middleware) =>
      replace(name, { config, commandClass, middleware }),
    );
  // The command concatenates this stack with its own one, then resolves it with the context of the call.
  const stack = {
    concat: (own: Stack) => ({
      resolve: (handler: Handler, context: Context) => {
        kept = { layers: layersOf(own), handler, context };
      },
    }),
  };
  command.resolveMiddleware(stack, client.config, undefined);
  ofClient.set(commandClass, kept!);
  return kept!;
};

/** Returns the layers of a stack, the outermost first. */
const inOrder = (
  stack: Stack,
  sorted: Stack,
  replaced: (name: string, middleware: Middleware) => Layer,
): readonly Layer[] => {
  const list: Layer[] = [];
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
