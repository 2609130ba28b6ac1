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
  /** URL of the queue. */
  readonly queueUrl: string;
}

/** A message that SQS has accepted. */
export interface SentMessage extends AwsResource {
  /** ID of the message, which SQS has assigned. */
  readonly messageId: string;
  /** Sequence number in a FIFO queue, as a string of digits. It increases within a group. Absent for a standard queue. */
  readonly sequenceNumber?: string | undefined;
}

/**
 * Sends a message of up to 1 MiB, including its attributes. The MD5 hash that SQS returns is compared with the sent body. A request without a
 * response is retried, so a standard queue may receive the message twice. For many messages, `sendMessages` needs only a tenth of the
 * requests.
 *
 * @example
 * await sendMessage({ queueUrl, json: { orderId: 42 }, attributes: { kind: 'order' } });
 * @throws {NotFoundError} there is no such queue in this region.
 * @throws {InvalidInputError} the message is too large, a member is not allowed for this type of queue, or the host of the URL is not an SQS
 * endpoint and the session has no endpoint.
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
    select: (response, message) => {
      const { MessageBody = '' } = toEntry(message, placeOf(message));
      if (hasMd5(MessageBody, response.MD5OfMessageBody)) return response;
      throw new UnexpectedResponseError(
        `sendMessage: SQS stored message ${response.MessageId} with a body that differs from the sent one (MD5 ${response.MD5OfMessageBody}). Delete that message and send it again.`,
        { operation: 'sendMessage', id: response.MessageId },
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
