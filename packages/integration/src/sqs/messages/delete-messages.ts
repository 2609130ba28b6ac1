import { type AwsInput, input, type Operation, task, z } from '@arch/core/builder';
import { queueUrl } from '@arch/services/sqs';

import { toOutcomes, withIds } from '../../batches/batch-response.js';
import { sendEntries } from '../../batches/send-entries.js';
import { deleteMessageBatch } from '../sqs-batches.js';
import { receiptHandle } from './delete-message.js';
import { noteDeletes } from './delete-watch.js';
import type { Message } from './message.js';

export interface DeleteMessagesInput extends AwsInput {
  /** URL of the queue. */
  readonly queueUrl: string;
  /** Received messages, or objects with their receipt handles. Any number. */
  readonly messages: readonly Pick<Message, 'receiptHandle'>[];
}

/**
 * Deletes received messages, up to ten in a request.
 *
 * @example
 * await deleteMessages({ queueUrl, messages: [{ receiptHandle }] });
 * @throws {ServiceError} SQS did not delete some of the messages. The error message names them, and `cause.errors` contains an error for each.
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
        maxBytes: 1,
        concurrentRequests: 10,
        send: async (some) => {
          const entries = withIds(some.map(({ receiptHandle }) => ({ ReceiptHandle: receiptHandle })));
          return toOutcomes(await deleteMessageBatch({ queueUrl, entries, aws }, options));
        },
      },
      options,
    );
  },
}));
