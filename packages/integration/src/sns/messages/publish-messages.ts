import { type AwsInput, checkAwsMembers, input, type Operation, task, z } from '@arch/core/builder';
import { topicArn } from '@arch/services/sns';
import { PublishBatchCommand } from '@aws-sdk/client-sns';

import { toOutcomes, withIds } from '../../batches/batch-response.js';
import { sendEntries } from '../../batches/send-entries.js';
import type { PublishedMessage } from './publish-message.js';
import { requestPublishBatch } from './request-publish-batch.js';
import { topicEntryBytes, topicMessageFields, type TopicMessageInput, toTopicEntry } from './topic-message-input.js';

export interface PublishMessagesInput extends AwsInput {
  /** ARN of the topic. */
  readonly topicArn: string;
  /** Messages of at most the topic's `maximumMessageSizeBytes` each, 256 KiB by default. Any number. */
  readonly messages: readonly TopicMessageInput[];
}

/**
 * Publishes many messages, up to ten or 256 KiB in a request, and returns the results in the same order. A message that SNS rejects because
 * of an internal error is retried. Requests to a FIFO topic are sent one after the other. A retried message is placed behind the other
 * messages of its request.
 *
 * @example
 * await publishMessages({ topicArn, messages: [1, 2].map((orderId) => ({ json: { orderId } })) });
 * @throws {ServiceError} SNS rejected some of the messages. The others were published. The error message names the rejected messages, and
 * `cause.errors` contains an error for each, with its position as `id`, e.g. `messages[3]`.
 * @throws {NotFoundError} there is no such topic.
 * @throws {InvalidInputError} a message is larger than 1 MiB, or a member is not allowed for this type of topic. No message was sent.
 * @see https://docs.aws.amazon.com/sns/latest/api/API_PublishBatch.html
 */
export const publishMessages: Operation<
  PublishMessagesInput,
  readonly Omit<PublishedMessage, 'aws'>[],
  { on: 'topicArn' }
> = task(() => ({
  name: 'publishMessages',
  input: input<PublishMessagesInput>({
    topicArn: topicArn(),
    messages: z.array(z.strictObject(topicMessageFields())) as never,
  }),
  uses: [requestPublishBatch],
  run: async ({ topicArn, messages, aws }, options) => {
    checkAwsMembers('publishMessages', PublishBatchCommand, aws);
    const entries = messages.map((message, index) =>
      toTopicEntry(message, { operation: 'publishMessages', topicArn, prefix: `messages[${index}].` }),
    );
    const accepted = await sendEntries(
      {
        operation: 'publishMessages',
        member: 'messages',
        entries,
        bytesOf: topicEntryBytes,
        maxBytes: 262_144,
        concurrentRequests: topicArn.endsWith('.fifo') ? 1 : 10,
        send: async (some) =>
          toOutcomes(await requestPublishBatch({ topicArn, publishBatchRequestEntries: withIds(some), aws }, options)),
      },
      options,
    );
    return accepted.map(({ messageId = '', sequenceNumber }) => ({
      messageId,
      ...(sequenceNumber && { sequenceNumber }),
    }));
  },
}));
