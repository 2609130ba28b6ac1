import { type AwsInput, input, noOutput, operation, type Operation, secret, text, z } from '@arch/core/builder';
import { queueUrl, sqs } from '@arch/services/sqs';
import { DeleteMessageCommand } from '@aws-sdk/client-sqs';

import { noteDeletes } from './delete-watch.js';
import type { Message } from './message.js';

export interface DeleteMessageInput extends AwsInput {
  /** URL of the queue. */
  readonly queueUrl: string;
  /** Receipt handle of the last receive of the message. */
  readonly receiptHandle: string;
}

/**
 * Deletes a received message. The input is the message or its receipt handle. Use it in a loop over `receiveMessages`, which does not delete
 * messages. The call also succeeds if the message no longer exists.
 *
 * @example
 * for await (const message of receiveMessages({ queueUrl, stopWhenEmpty: true })) {
 *   console.log('shipped', message.body);
 *   await deleteMessage(message);
 * }
 * @throws {ConflictError} the receipt handle is not the last one: the message became visible and was received again.
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

/** Selects the members that identify a received message. Returns any other value unchanged. */
export const receiptOf = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || !('messageId' in value) || !('body' in value)) return value;
  const { queueUrl, receiptHandle } = value as Message;
  return { queueUrl, receiptHandle };
};

/** The schema of a receipt handle, which identifies one receive of a message. */
export const receiptHandle = (): z.ZodMiniType<string> => secret(text(1, 1_024));
