import { type CallOptions, consumer, type DeclaredFunction, input, standardSchema, z } from '@arch/core/builder';
import { queueUrl } from '@arch/services/sqs';

import { deleteConsumed, hideConsumed } from '../sqs-batches.js';
import { describeQueue } from '../queues/index.js';
import type { ConsumeMessagesInput } from './consumer/index.js';
import { QueueConsumer } from './consumer/index.js';
import { requestConsumed } from './request-received.js';

/** A function that passes the messages of a queue to a handler. The bodies have the type of the schema. */
export interface ConsumeMessages extends DeclaredFunction<{ on: 'queueName' | 'queueUrl' }> {
  <Body = string>(input: ConsumeMessagesInput<Body>, options?: CallOptions): Promise<void>;
}

/**
 * Passes the messages of a queue to a handler, and deletes each message after its handler has resolved. If a handler throws, only its own
 * message is affected: the message becomes visible again. The function runs until its signal is aborted. Then it sends no further receive
 * request, returns the messages of the current request to the queue, gives running handlers `drainMs` to finish, and resolves.
 *
 * Outages (broken connections, throttling, server errors of AWS) do not end it: it continues after increasing pauses of up to 30 seconds.
 * Each problem that does not end it is published as a `warning` event. SQS may deliver a message more than once, so handlers must be
 * idempotent.
 *
 * @example
 * const stop = new AbortController();
 * process.once('SIGTERM', () => stop.abort());
 * await consumeMessages({ queueUrl, handler: ({ body }) => console.log('shipped', body) }, { signal: stop.signal });
 * @throws {NotFoundError} there is no such queue in this region. This and all other errors are thrown after running handlers have finished,
 * or after `drainMs`.
 * @throws {AccessDeniedError} the credentials lack a permission to receive or delete messages.
 * @throws {CredentialsError} there are no valid credentials at the start.
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
