import { UnexpectedResponseError } from '@arch/core';
import {
  type AwsInput,
  type AwsResource,
  optionalString,
  input,
  operation,
  type Operation,
  resource,
  type Schema,
  z,
} from '@arch/core/builder';
import { queueUrl, sqs } from '@arch/services/sqs';
import { SendMessageCommand, SendMessageResult$ } from '@aws-sdk/client-sqs';

import { hasMd5 } from '../md5.js';
import { messageFields, type MessageInput, toEntry } from './message-input.js';

export interface SendMessageInput extends MessageInput, AwsInput {
  readonly queueUrl: string;
}

/** A message that SQS has taken. */
export interface SentMessage extends AwsResource {
  readonly messageId: string;
  /** The place in a FIFO queue: grows within a group. Too large for a number. */
  readonly sequenceNumber?: string | undefined;
}

/**
 * Sends a message, of at most 1 MiB with its attributes. What SQS has stored is compared by MD5 with what was sent. A request whose answer was
 * lost is made again, so a queue that is not FIFO may get the message twice. For many messages, `sendMessages` needs a tenth of the requests.
 *
 * @example
 * await sendMessage({ queueUrl, json: { orderId: 42 }, attributes: { kind: 'order' } });
 * @throws {NotFoundError} there is no such queue in this region.
 * @throws {InvalidInputError} the message is too large, SQS does not take it for this kind of queue, or the URL names a host that is not
 * SQS's and no endpoint is set.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html
 */
export const sendMessage: Operation<SendMessageInput, SentMessage, { on: 'queueName' | 'queueUrl' }> = operation(
  () => ({
    name: 'sendMessage',
    service: sqs,
    command: SendMessageCommand,
    repeatable: true,
    permissions: [{ action: 'sqs:SendMessage', resources: ['queue'] }],
    key: 'queueUrl',
    input: input<SendMessageInput>({ queueUrl: queueUrl(), ...messageFields() }),
    output: sentMessage(),
    request: (message) => ({ QueueUrl: message.queueUrl, ...toEntry(message, placeOf(message)) }),
    select: (answer, message) => {
      const { MessageBody = '' } = toEntry(message, placeOf(message));
      if (hasMd5(MessageBody, answer.MD5OfMessageBody)) return answer;
      throw new UnexpectedResponseError(
        `sendMessage: message ${answer.MessageId} is in the queue, with another body than the one that was sent: its MD5 is ${answer.MD5OfMessageBody}.`,
        { operation: 'sendMessage', id: answer.MessageId },
      );
    },
  }),
);

const placeOf = ({ queueUrl }: SendMessageInput): Parameters<typeof toEntry>[1] => ({
  operation: 'sendMessage',
  queueUrl,
  prefix: '',
});

const sentMessage = (): Schema<SentMessage> =>
  resource<SentMessage>(SendMessageResult$, { messageId: z.string(), sequenceNumber: optionalString() });
