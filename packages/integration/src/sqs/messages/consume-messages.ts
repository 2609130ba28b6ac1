import { type CallOptions, consumer, type DeclaredFunction, input, standardSchema, z } from '@arch/core/builder';
import { queueUrl } from '@arch/services/sqs';

import { deleteConsumed, hideConsumed } from '../sqs-batches.js';
import { describeQueue } from '../queues/index.js';
import type { ConsumeMessagesInput } from './consumer/index.js';
import { QueueConsumer } from './consumer/index.js';
import { requestConsumed } from './request-received.js';

/** A function that hands the messages of a queue to a handler, whose bodies are of the schema's type. */
export interface ConsumeMessages extends DeclaredFunction<{ on: 'queueName' | 'queueUrl' }> {
  <Body = string>(input: ConsumeMessagesInput<Body>, options?: CallOptions): Promise<void>;
}

/**
 * Hands the messages of a queue to a handler, and deletes each message after its handler has resolved. A handler that throws affects its own
 * message only, which becomes visible again. Works until its signal is aborted, and then resolves in good order: no request for messages is
 * sent, messages of the request under way are given back, running handlers have `drainMs`.
 *
 * Outages (broken connections, throttling, failures of AWS) do not end it: it continues after growing pauses of up to 30 seconds. All that
 * goes wrong and does not end it is published as a `warning` event. A message may come twice, as SQS documents: handlers have to bear that.
 *
 * @example
 * const stop = new AbortController();
 * process.once('SIGTERM', () => stop.abort());
 * await consumeMessages({ queueUrl, handler: ({ body }) => console.log('shipped', body) }, { signal: stop.signal });
 * @throws {NotFoundError} there is no such queue in this region. Like each error that time does not heal, it comes after running handlers were drained.
 * @throws {AccessDeniedError} the credentials may not receive or delete messages.
 * @throws {CredentialsError} there were no usable credentials at the start.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html
 */
export const consumeMessages: ConsumeMessages = consumer<ConsumeMessagesInput<unknown>, void>(() => ({
  name: 'consumeMessages',
  input: input<ConsumeMessagesInput<unknown>>({
    queueUrl: queueUrl(),
    handler: z.optional(callback<Given<'handler'>>()),
    batchHandler: z.optional(callback<Given<'batchHandler'>>()),
    concurrency: z.optional(z.int().check(z.gte(1), z.lte(120_000))),
    schema: z.optional(standardSchema<unknown>()),
    waitSeconds: z.optional(z.int().check(z.gte(0), z.lte(20))),
    visibilityTimeoutSeconds: z.optional(visibilitySeconds()),
    extendVisibility: z.optional(z.boolean()),
    handlerTimeoutMs: z.optional(z.int().check(z.gte(1), z.lte(43_200_000))),
    retryAfterSeconds: z.optional(z.union([visibilitySeconds(), callback<(receiveCount: number) => number>()])),
    onFailed: z.optional(callback<Given<'onFailed'>>()),
    drainMs: z.optional(z.int().check(z.gte(0), z.lte(2_147_483_647))),
    stopNow: z.optional(z.boolean()),
    stopWhenEmpty: z.optional(z.boolean()),
  }),
  uses: [requestConsumed, deleteConsumed, hideConsumed, describeQueue],
  run: (members, options, stop) => new QueueConsumer(members, options, stop).run(),
})) as ConsumeMessages;

type Given<Name extends keyof ConsumeMessagesInput> = NonNullable<ConsumeMessagesInput<unknown>[Name]>;

const visibilitySeconds = (): z.ZodMiniType<number> => z.int().check(z.gte(0), z.lte(43_200));

const callback = <Callback>(): z.ZodMiniType<Callback> =>
  z.custom<Callback>((value) => typeof value === 'function', 'a function');
