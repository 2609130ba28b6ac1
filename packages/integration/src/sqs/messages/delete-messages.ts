import { type AwsInput, input, type Operation, task, z } from '@arch/core/builder';
import { queueUrl } from '@arch/services/sqs';

import { toOutcomes, withIds } from '../../batches/batch-answer.js';
import { sendEntries } from '../../batches/send-entries.js';
import { deleteMessageBatch } from '../sqs-batches.js';
import { receiptHandle } from './delete-message.js';
import { noteDeletes } from './delete-watch.js';
import type { Message } from './message.js';

export interface DeleteMessagesInput extends AwsInput {
  readonly queueUrl: string;
  /** Messages as they were received, or their receipt handles. */
  readonly messages: readonly Pick<Message, 'receiptHandle'>[];
}

/**
 * Deletes messages that were received, ten in a request.
 *
 * @example
 * await deleteMessages({ queueUrl, messages: [{ receiptHandle }] });
 * @throws {ServiceError} SQS has not deleted some of them; the message names them, and `cause.errors` has an error for each.
 * @throws {NotFoundError} there is no such queue in this region.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteMessageBatch.html
 */
export const deleteMessages: Operation<DeleteMessagesInput, void, { on: 'queueName' | 'queueUrl' }> = task(() => ({
  name: 'deleteMessages',
  input: input<DeleteMessagesInput>({
    queueUrl: queueUrl(),
    messages: z.array(z.object({ receiptHandle: receiptHandle() })),
  }),
  uses: [deleteMessageBatch],
  run: async ({ queueUrl, messages, aws }, options) => {
    noteDeletes(queueUrl, messages.length);
    await sendEntries(
      {
        operation: 'deleteMessages',
        member: 'messages',
        entries: messages,
        bytesOf: () => 0,
        mostBytes: 1,
        sideBySide: 10,
        send: async (some) => {
          const entries = withIds(some.map(({ receiptHandle }) => ({ ReceiptHandle: receiptHandle })));
          return toOutcomes(await deleteMessageBatch({ queueUrl, entries, aws }, options));
        },
      },
      options,
    );
  },
}));
