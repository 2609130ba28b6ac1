import {
  type AwsInput,
  type AwsResource,
  optionalString,
  input,
  operation,
  type Operation,
  resource,
  z,
} from '@arch/core/builder';
import { sns, topicArn } from '@arch/services/sns';
import { PublishCommand, PublishResponse$ } from '@aws-sdk/client-sns';

import { topicMessageFields, type TopicMessageInput, toTopicEntry } from './topic-message-input.js';

export interface PublishMessageInput extends TopicMessageInput, AwsInput {
  /** ARN of the topic. */
  readonly topicArn: string;
}

/** A message that SNS has accepted. */
export interface PublishedMessage extends AwsResource {
  /** ID of the message, which SNS has assigned. */
  readonly messageId: string;
  /** Sequence number in a FIFO topic, as a string of digits. It increases within a group. Absent for a standard topic. */
  readonly sequenceNumber?: string | undefined;
}

/**
 * Publishes a message to all subscriptions of a topic whose filter policy matches it. The maximum size of a message, including its
 * attributes, is the `maximumMessageSizeBytes` of the topic: 256 KiB by default. A request without a response is retried, so subscribers of a
 * standard topic may receive the message twice. For many messages, `publishMessages` needs only a tenth of the requests.
 *
 * @example
 * await publishMessage({ topicArn, json: { orderId: 42 }, attributes: { kind: 'order', tags: ['new', 'large'] } });
 * @throws {NotFoundError} there is no such topic.
 * @throws {InvalidInputError} the message is larger than 1 MiB, or a member is not allowed for this type of topic.
 * @throws {InvalidRequestError} the message is too large for this topic, or its KMS key cannot be used.
 * @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
 */
export const publishMessage: Operation<PublishMessageInput, PublishedMessage, { on: 'topicArn' }> = operation(() => ({
  name: 'publishMessage',
  service: sns,
  command: PublishCommand,
  repeatable: true,
  permissions: [{ action: 'sns:Publish', resources: ['topic'] }],
  key: 'topicArn',
  input: input<PublishMessageInput>({ topicArn: topicArn(), ...topicMessageFields() }),
  output: resource<PublishedMessage>(PublishResponse$, { messageId: z.string(), sequenceNumber: optionalString() }),
  request: ({ topicArn, ...message }) => ({
    TopicArn: topicArn,
    ...toTopicEntry(message, { operation: 'publishMessage', topicArn, prefix: '' }),
  }),
}));
