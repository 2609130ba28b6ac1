import { type AwsInput, input, nothing, operation, type Operation, secret, text, z } from '@arch/core/builder';
import { DeleteMessageCommand } from '@aws-sdk/client-sqs';

import { queueUrl } from '../clients/queue-ids.js';
import { sqs } from '../clients/sqs.js';
import type { Message } from './message.js';

export interface DeleteMessageInput extends AwsInput {
  readonly queueUrl: string;
  /** Of the latest receive of the message. */
  readonly receiptHandle: string;
}

/**
 * Deletes a message that was received. `receiveMessages` does it by itself when your loop asks for the next message: this is for one after
 * which the loop ends. AWS does not mind if it is gone already.
 *
 * @example
 * await deleteMessage({ queueUrl, receiptHandle });
 * @throws {ConflictError} the receipt handle is an old one: the message has become visible and was received again.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteMessage.html
 */
export const deleteMessage: Operation<DeleteMessageInput | Message<unknown>, void> = operation(() => ({
  name: 'deleteMessage',
  service: sqs,
  command: DeleteMessageCommand,
  permissions: [{ action: 'sqs:DeleteMessage', resources: ['queue'] }],
  input: z.pipe(
    z.transform(receiptOf),
    input<DeleteMessageInput>({ queueUrl: queueUrl(), receiptHandle: receiptHandle() }),
  ) as never,
  output: nothing(),
}));

/** Of a message that was received, what says which one it is. */
const receiptOf = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || !('messageId' in value) || !('body' in value)) return value;
  const { queueUrl, receiptHandle } = value as Message;
  return { queueUrl, receiptHandle };
};

/** What identifies a receive of a message. */
export const receiptHandle = (): z.ZodMiniType<string> => secret(text(1, 1_024));
