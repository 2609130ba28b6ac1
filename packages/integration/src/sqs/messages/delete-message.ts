import { type AwsInput, input, noOutput, operation, type Operation, secret, text, z } from '@arch/core/builder';
import { queueUrl, sqs } from '@arch/services/sqs';
import { DeleteMessageCommand } from '@aws-sdk/client-sqs';

import { noteDeletes } from './delete-watch.js';
import type { Message } from './message.js';

export interface DeleteMessageInput extends AwsInput {
  readonly queueUrl: string;
  /** Of the latest receive of the message. */
  readonly receiptHandle: string;
}

/**
 * Deletes a message that was received, as an object or by its receipt handle: for the loop over `receiveMessages`, which deletes nothing by
 * itself. Deleting a message that no longer exists succeeds.
 *
 * @example
 * for await (const message of receiveMessages({ queueUrl, stopWhenEmpty: true })) {
 *   console.log('shipped', message.body);
 *   await deleteMessage(message);
 * }
 * @throws {ConflictError} the receipt handle is an old one: the message has become visible and was received again.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteMessage.html
 */
export const deleteMessage: Operation<DeleteMessageInput | Message<unknown>, void, { on: 'queueName' | 'queueUrl' }> =
  operation(() => ({
    name: 'deleteMessage',
    service: sqs,
    command: DeleteMessageCommand,
    permissions: [{ action: 'sqs:DeleteMessage', resources: ['queue'] }],
    input: z.pipe(
      z.transform(receiptOf),
      input<DeleteMessageInput>({ queueUrl: queueUrl(), receiptHandle: receiptHandle() }),
    ) as never,
    output: noOutput(),
    deletes: true,
    request: ({ queueUrl, receiptHandle }) => {
      noteDeletes(queueUrl, 1);
      return { QueueUrl: queueUrl, ReceiptHandle: receiptHandle };
    },
  }));

/** The members of a received message that identify it; another value stays as it is. */
export const receiptOf = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || !('messageId' in value) || !('body' in value)) return value;
  const { queueUrl, receiptHandle } = value as Message;
  return { queueUrl, receiptHandle };
};

/** What identifies a receive of a message. */
export const receiptHandle = (): z.ZodMiniType<string> => secret(text(1, 1_024));
