import { type AwsInput, checkAwsMembers, input, type Operation, task, z } from '@arch/core/builder';
import { topicArn } from '@arch/services/sns';
import { PublishBatchCommand } from '@aws-sdk/client-sns';

import { toOutcomes, withIds } from '../../batches/batch-response.js';
import { sendEntries } from '../../batches/send-entries.js';
import type { PublishedMessage } from './publish-message.js';
import { requestPublishBatch } from './request-publish-batch.js';
import { topicEntryBytes, topicMessageFields, type TopicMessageInput, toTopicEntry } from './topic-message-input.js';

export interface PublishMessagesInput extends AwsInput {
  readonly topicArn: string;
  /** As many as you like, each of what the topic takes: 256 KiB unless it says more. */
  readonly messages: readonly TopicMessageInput[];
}

/**
 * Publishes many messages, ten or 256 KiB in a request, and gives what SNS says of each in the same order. A message that SNS could not take
 * for reasons of its own is sent again. To a FIFO topic one request goes out after the other; a message that had to be sent again then stands
 * behind those that were sent with it.
 *
 * @example
 * await publishMessages({ topicArn, messages: [1, 2].map((orderId) => ({ json: { orderId } })) });
 * @throws {ServiceError} SNS has not taken some of them. The message names them, the others were published; `cause.errors` has an error for
 * each, with its place as `id`, e.g. `messages[3]`.
 * @throws {NotFoundError} there is no such topic.
 * @throws {InvalidInputError} a message is too large for any topic, or SNS does not take it for this kind of topic. None was sent.
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
    const taken = await sendEntries(
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
    return taken.map(({ messageId = '', sequenceNumber }) => ({
      messageId,
      ...(sequenceNumber && { sequenceNumber }),
    }));
  },
}));
