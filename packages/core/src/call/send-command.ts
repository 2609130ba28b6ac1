import type { SdkClient } from './client-type.js';
import type { DirectOperation } from './direct/direct-operation.js';
import { type FirstAttempt, startWith } from './direct/first-attempt.js';
import type { NamedLayer } from './direct/direct-steps.js';
import type { OwnWay } from './own-way.js';
import type { ClientConfig, CommandClass, Context, Handler, Layer, Middleware } from './middleware/middleware.js';
import { through } from './middleware/through.js';

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
  /** Sends requests without layers. `undefined` if all requests need the layers. */
  readonly direct: DirectOperation | undefined;
}

/** The member of a context in which the SDK keeps its own data. */
const smithyContext = '__smithy_context';

const keptByClient = new WeakMap<object, WeakMap<object, Kept>>();

/** The parts of {@link OwnWay} that are used here. Without `directOperation`, requests are never sent directly. */
type Own = Pick<OwnWay, 'replacementOf'> & Partial<OwnWay>;

/**
 * Sends a command as `client.send(command)` does, but collects and sorts the middleware only once per client and command class, and replaces
 * some of them. With `first`, its first attempt was sent already.
 *
 * The SDK's `cacheMiddleware` option is not used: it also keeps the context of the first call, so that one of two concurrent requests reads
 * the endpoint of the other. Here each call has its own context.
 */
export const sendCommand = async (
  client: SdkClient,
  command: object,
  own?: Own,
  first?: FirstAttempt,
): Promise<unknown> => {
  const sdkCommand = command as SdkCommand;
  const { layers, handler, context, direct } = keptOf(client, sdkCommand, own);
  const smithy = { ...(context[smithyContext] as object), commandInstance: command };
  const ofRequest = { ...context, [smithyContext]: smithy };
  if (first) startWith(ofRequest, first);
  const last =
    direct && own?.rememberWay ? remembering(direct, ofRequest, { handler, rememberWay: own.rememberWay }) : handler;
  const { output } = (await through(layers, last, ofRequest)({ input: sdkCommand.input } as never)) as Answered;
  return output;
};

interface Answered {
  readonly output: unknown;
}

/** Returns the direct way of a class of commands. `undefined` before the first request. */
export const directFor = (client: SdkClient, commandClass: object): DirectOperation | undefined =>
  keptByClient.get(client)?.get(commandClass)?.direct;

/** Keeps the way that the layers have found for a request, before it is sent. */
const remembering =
  (
    direct: DirectOperation,
    context: Context,
    { handler, rememberWay }: { readonly handler: Handler } & Pick<OwnWay, 'rememberWay'>,
  ): Handler =>
  (args: never) => {
    rememberWay(direct.ways, direct.keyOf((args as { readonly input: object }).input), direct.client, context);
    return handler(args);
  };

const keptOf = (client: SdkClient, command: SdkCommand, own: Own | undefined): Kept => {
  let ofClient = keptByClient.get(client);
  if (!ofClient) keptByClient.set(client, (ofClient = new WeakMap()));
  const commandClass = command.constructor as CommandClass;
  let kept = ofClient.get(commandClass);
  if (kept) return kept;
  // A new command has an empty stack. A copy of it avoids loading the SDK's constructor of stacks with this module.
  const empty = command.middlewareStack.clone();
  const config = client.config as unknown as ClientConfig;
  const layersOf = (ofCommand: Stack): readonly NamedLayer[] =>
    inOrder((client.middlewareStack as unknown as Stack).concat(ofCommand), empty, (name, middleware) =>
      own ? own.replacementOf(name, { config, commandClass, middleware }) : middleware,
    );
  // The command concatenates this stack with its own one, then resolves it with the context of the call.
  const stack = {
    concat: (ofCommand: Stack) => ({
      resolve: (handler: Handler, context: Context) => {
        const layers = layersOf(ofCommand);
        const direct = own?.directOperation?.(config, commandClass, { layers, context });
        kept = { layers: layers.map(({ layer }) => layer), handler, context, direct };
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
): readonly NamedLayer[] => {
  const list: NamedLayer[] = [];
  // A stack takes the middleware from its options if they contain one.
  const recording = (middleware: Middleware, options: { readonly name?: string }): [Middleware, object] => {
    const { name = '' } = options;
    const record: Middleware = (next) => {
      list.unshift({ name, layer: replaced(name, middleware) });
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
