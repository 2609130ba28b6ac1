import { type AwsInput, input, type Operation, task, z } from '@arch/core/builder';
import { isFifo, queueUrl } from '@arch/services/sqs';

import { type BatchAnswer, type TakenEntry, toOutcomes, withIds } from '../../batches/batch-answer.js';
import { hasMd5 } from '../md5.js';
import { type EntryOutcome, sendEntries } from '../../batches/send-entries.js';
import { sendMessageBatch } from '../sqs-batches.js';
import {
  entryBytes,
  type MessageEntry,
  messageFields,
  type MessageInput,
  mostMessageBytes,
  toEntry,
} from './message-input.js';
import type { SentMessage } from './send-message.js';

export interface SendMessagesInput extends AwsInput {
  readonly queueUrl: string;
  /** As many as you like, of at most 1 MiB each. */
  readonly messages: readonly MessageInput[];
}

/**
 * Sends many messages, ten or 1 MiB in a request, and gives what SQS says of each in the same order. A message that SQS could not take for
 * reasons of its own is sent again. To a FIFO queue one request goes out after the other; a message that had to be sent again then stands
 * behind those that were sent with it.
 *
 * @example
 * const sent = await sendMessages({ queueUrl, messages: [7, 8].map((orderId) => ({ json: { orderId } })) });
 * @throws {ServiceError} SQS has not taken some of them. The message names them, the others were sent; `cause.errors` has an error for each,
 * with its place as `id`, e.g. `messages[3]`.
 * @throws {NotFoundError} there is no such queue in this region.
 * @throws {InvalidInputError} a message is too large, or SQS does not take it for this kind of queue. None was sent.
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
    const taken = await sendEntries(
      {
        operation: 'sendMessages',
        member: 'messages',
        entries,
        bytesOf: entryBytes,
        mostBytes: mostMessageBytes,
        sideBySide: isFifo(queueUrl) ? 1 : 10,
        send: async (some) => checked(await sendMessageBatch({ queueUrl, entries: withIds(some), aws }, options), some),
      },
      options,
    );
    return taken.map(({ messageId = '', sequenceNumber }) => ({
      messageId,
      ...(sequenceNumber && { sequenceNumber }),
    }));
  },
}));

/** What became of the messages; one that is in the queue with another body has failed. */
const checked = (answer: BatchAnswer, sent: readonly MessageEntry[]): readonly EntryOutcome<TakenEntry>[] => {
  const outcomes = [...toOutcomes(answer)];
  const taken = (answer.aws['Successful'] ?? []) as readonly {
    readonly Id: string;
    readonly MD5OfMessageBody?: string;
  }[];
  for (const { Id, MD5OfMessageBody } of taken) {
    if (hasMd5(sent[Number(Id)]?.MessageBody ?? '', MD5OfMessageBody)) continue;
    const message = `it is in the queue with another body, whose MD5 is ${MD5OfMessageBody}`;
    outcomes[Number(Id)] = { failure: { code: 'WrongMd5', message, retryable: false } };
  }
  return outcomes;
};
