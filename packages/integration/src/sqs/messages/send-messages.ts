import { type AwsInput, input, type Operation, task, z } from '@arch/core/builder';
import { isFifo, queueUrl } from '@arch/services/sqs';

import { type BatchResponse, type AcceptedEntry, toOutcomes, withIds } from '../../batches/batch-response.js';
import { hasMd5 } from '../md5.js';
import { type EntryOutcome, sendEntries } from '../../batches/send-entries.js';
import { sendMessageBatch } from '../sqs-batches.js';
import {
  entryBytes,
  type MessageEntry,
  messageFields,
  type MessageInput,
  maxMessageBytes,
  toEntry,
} from './message-input.js';
import type { SentMessage } from './send-message.js';

export interface SendMessagesInput extends AwsInput {
  /** URL of the queue. */
  readonly queueUrl: string;
  /** Messages of at most 1 MiB each. Any number. */
  readonly messages: readonly MessageInput[];
}

/**
 * Sends many messages, up to ten or 1 MiB in a request, and returns the results in the same order. A message that SQS rejects because of an
 * internal error is retried. Requests to a FIFO queue are sent one after the other. A retried message is placed behind the other messages of
 * its request.
 *
 * @example
 * const sent = await sendMessages({ queueUrl, messages: [7, 8].map((orderId) => ({ json: { orderId } })) });
 * @throws {ServiceError} SQS rejected some of the messages. The others were sent. The error message names the rejected messages, and
 * `cause.errors` contains an error for each, with its position as `id`, e.g. `messages[3]`.
 * @throws {NotFoundError} there is no such queue in this region.
 * @throws {InvalidInputError} a message is too large, or a member is not allowed for this type of queue. No message was sent.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html
 */
export const sendMessages: Operation<
  SendMessagesInput,
  readonly Omit<SentMessage, 'aws'>[],
  { on: 'queueName' | 'queueUrl' }
> = task(() => ({
  name: 'sendMessages',
  input: input<SendMessagesInput>({
    queueUrl: queueUrl(),
    messages: z.array(z.strictObject(messageFields())) as never,
  }),
  uses: [sendMessageBatch],
  run: async ({ queueUrl, messages, aws }, options) => {
    const entries = messages.map((message, index) =>
      toEntry(message, { operation: 'sendMessages', queueUrl, prefix: `messages[${index}].` }),
    );
    const accepted = await sendEntries(
      {
        operation: 'sendMessages',
        member: 'messages',
        entries,
        bytesOf: entryBytes,
        maxBytes: maxMessageBytes,
        concurrentRequests: isFifo(queueUrl) ? 1 : 10,
        send: async (some) =>
          checkedOutcomes(await sendMessageBatch({ queueUrl, entries: withIds(some), aws }, options), some),
      },
      options,
    );
    return accepted.map(({ messageId = '', sequenceNumber }) => ({
      messageId,
      ...(sequenceNumber && { sequenceNumber }),
    }));
  },
}));

/** Converts a response to outcomes. A message that SQS stored with another body is a failure. */
const checkedOutcomes = (
  response: BatchResponse,
  sent: readonly MessageEntry[],
): readonly EntryOutcome<AcceptedEntry>[] => {
  const outcomes = [...toOutcomes(response)];
  const accepted = (response.aws['Successful'] ?? []) as readonly {
    readonly Id: string;
    readonly MD5OfMessageBody?: string;
  }[];
  for (const { Id, MD5OfMessageBody } of accepted) {
    if (hasMd5(sent[Number(Id)]?.MessageBody ?? '', MD5OfMessageBody)) continue;
    const message = `SQS stored it with a body that differs from the sent one (MD5 ${MD5OfMessageBody})`;
    outcomes[Number(Id)] = { failure: { code: 'WrongMd5', message, retryable: false } };
  }
  return outcomes;
};
