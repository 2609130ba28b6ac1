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

import { queueUrl } from '../clients/queue-ids.js';
import { changeMessageVisibilityBatch } from '../clients/sqs-batches.js';
import { consumeMessages } from './consume-messages.js';
import { deleteMessages } from './delete-messages.js';
import type { Message } from './message.js';
import type { ReceiveMessagesInput } from './receive-messages-input.js';
import { requestReceived } from './request-received.js';

/** A function that gives messages, whose bodies are of the schema's type. */
export interface ReceiveMessages extends DeclaredFunction {
  <Body = string>(input: string | ReceiveMessagesInput<Body>, options?: CallOptions): Stream<Message<Body>>;
}

/**
 * Gives the messages of a queue as they come, and deletes each when your loop asks for the next one: its delete goes out then, and has been
 * answered before AWS is asked for more messages and before the stream ends. A delete that fails ends the stream. When the loop throws or
 * breaks, the message in hand and those behind it are not deleted and can be received again at once; so are they when the signal is aborted,
 * also if the work on the message in hand was done. To stop after a message that is done, `deleteMessage(message)` and then break. Of `first()`
 * and `toArray({ limit })` the last message stays in the queue.
 *
 * Work that takes longer than the visibility timeout lets others receive the message too; the timeout runs for all messages of one request, from
 * the request on. `extendVisibility` prevents it. Even so a message may come twice: work on it has to bear that.
 *
 * @example
 * for await (const { body } of receiveMessages({ queueUrl, schema: z.object({ orderId: z.number() }) })) {
 *   console.log('shipped', body.orderId);
 * }
 * @throws {NotFoundError} there is no such queue in this region.
 * @throws {ServiceError} a message that was handled could not be deleted: it may come again.
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
      visibilityTimeoutSeconds: z.optional(z.int().check(z.gte(1), z.lte(43_200))),
      extendVisibility: z.optional(z.boolean()),
      stopWhenEmpty: z.optional(z.boolean()),
    }).check(
      z.refine<ReceiveMessagesInput<unknown>>(
        ({ extendVisibility, visibilityTimeoutSeconds }) => !extendVisibility || visibilityTimeoutSeconds !== undefined,
        { path: ['visibilityTimeoutSeconds'], error: '1–43,200, with extendVisibility' },
      ),
    ),
    uses: [requestReceived, deleteMessages, changeMessageVisibilityBatch],
    items: consumeMessages,
  }),
) as ReceiveMessages;
