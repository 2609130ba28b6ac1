import {
  type CallOptions,
  type DeclaredFunction,
  input,
  standardSchema,
  stream,
  type Stream,
  type StreamDeclaration,
  z,
} from '@arch/core/builder';
import { queueUrl } from '@arch/services/sqs';

import { hideReceived } from '../sqs-batches.js';
import type { Message } from './message.js';
import { receiveLoop } from './receive-loop.js';
import type { ReceiveMessagesInput } from './receive-messages-input.js';
import { requestReceived } from './request-received.js';

/** A function that returns a stream of messages. The bodies have the type of the schema. */
export interface ReceiveMessages extends DeclaredFunction<{ on: 'queueName' | 'queueUrl' }> {
  <Body = string>(input: string | ReceiveMessagesInput<Body>, options?: CallOptions): Stream<Message<Body>>;
}

/**
 * Returns a stream of the messages of a queue. It does not delete messages: call `deleteMessage(message)` when your work on a message is
 * done. A message that is not deleted becomes visible again when its visibility timeout ends. `changeMessageVisibility(message, 0)` makes it
 * visible immediately. By default each request returns one message, so that no message waits for the work on another one. `consumeMessages`
 * does all of this for a handler, for several messages at the same time.
 *
 * A loop that ends without a delete publishes a `warning` event. SQS may deliver a message more than once, so your work must be idempotent.
 *
 * @example
 * const schema = z.object({ orderId: z.number() });
 * for await (const message of receiveMessages({ queueUrl, schema, stopWhenEmpty: true })) {
 *   console.log('shipped', message.body.orderId);
 *   await deleteMessage(message);
 * }
 * @throws {NotFoundError} there is no such queue in this region.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html
 */
export const receiveMessages: ReceiveMessages = stream(
  (): StreamDeclaration<string | ReceiveMessagesInput<unknown>, Message<unknown>> => ({
    name: 'receiveMessages',
    key: 'queueUrl',
    input: input<ReceiveMessagesInput<unknown>>({
      queueUrl: queueUrl(),
      schema: z.optional(standardSchema<unknown>()),
      onInvalid: z.optional(z.custom<() => unknown>((value) => typeof value === 'function', 'a function')),
      waitSeconds: z.optional(z.int().check(z.gte(0), z.lte(20))),
      maxMessages: z.optional(z.int().check(z.gte(1), z.lte(10))),
      visibilityTimeoutSeconds: z.optional(z.int().check(z.gte(0), z.lte(43_200))),
      extendVisibility: z.optional(z.boolean()),
      stopWhenEmpty: z.optional(z.boolean()),
    }).check(
      z.refine<ReceiveMessagesInput<unknown>>(
        ({ extendVisibility, visibilityTimeoutSeconds }) => !extendVisibility || (visibilityTimeoutSeconds ?? 0) > 0,
        { path: ['visibilityTimeoutSeconds'], error: '1–43,200 if extendVisibility is true' },
      ),
    ),
    uses: [requestReceived, hideReceived],
    items: receiveLoop,
  }),
) as ReceiveMessages;
