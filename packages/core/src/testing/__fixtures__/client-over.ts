import { getSmithyContext } from '@smithy/core/transport';
import { ConfiguredRetryStrategy } from '@smithy/core/retry';

import { rememberSentOperation } from '../../transport/sent-operation.js';
import type { Transport } from '../../transport/transport.js';

interface Configured {
  readonly config: {
    readonly serviceId: string;
    readonly protocol: { getShapeId(): string };
    readonly protocolSettings?: { readonly xmlNamespace?: string };
  };
  readonly middlewareStack: { add(middleware: unknown, options: unknown): void };
}

type Next = (args: object) => Promise<unknown>;

/** An SDK client over a transport, without a session: three attempts without pauses. */
export const clientOver = <Client extends object>(
  transport: Transport,
  type: new (configuration: never) => Client,
): Client => {
  const client = new type({
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret', sessionToken: 'token' },
    retryStrategy: new ConfiguredRetryStrategy(3, () => 0),
    logger: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
    requestHandler: {
      metadata: { handlerProtocol: 'http/1.1' },
      handle: (request: never, options: never) => transport.handle(request, options),
    },
  } as never);
  const { config, middlewareStack } = client as unknown as Configured;
  const remember = (next: Next, context: Record<string, unknown>) => (args: { request: never; input: never }) => {
    const { operationSchema: schema } = getSmithyContext(context) as { operationSchema: readonly unknown[] };
    rememberSentOperation(args.request, {
      serviceId: config.serviceId,
      name: String(schema[2]),
      schema,
      input: args.input,
      protocol: config.protocol.getShapeId(),
      xmlNamespace: config.protocolSettings?.xmlNamespace,
    });
    return next(args);
  };
  middlewareStack.add(remember, { name: 'rememberSentOperation', step: 'deserialize', priority: 'low' });
  return client;
};
