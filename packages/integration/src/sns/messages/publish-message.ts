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
  readonly topicArn: string;
}

/** A message that SNS has taken. */
export interface PublishedMessage extends AwsResource {
  readonly messageId: string;
  /** The place in a FIFO topic: grows within a group. Too large for a number. */
  readonly sequenceNumber?: string | undefined;
}

/**
 * Publishes a message to all subscribers of a topic whose filters it passes. With its attributes it may have 256 KiB, or what the topic's
 * `maximumMessageSizeBytes` says. A request whose answer was lost is made again, so subscribers of a topic that is not FIFO may get the
 * message twice. For many messages, `publishMessages` needs a tenth of the requests.
 *
 * @example
 * await publishMessage({ topicArn, json: { orderId: 42 }, attributes: { kind: 'order', tags: ['new', 'large'] } });
 * @throws {NotFoundError} there is no such topic.
 * @throws {InvalidInputError} the message is too large for any topic, or SNS does not take it for this kind of topic.
 * @throws {InvalidRequestError} the message is too large for this topic, or its KMS key cannot be used.
 * @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
 */
export const publishMessage: Operation<PublishMessageInput, PublishedMessage> = operation(() => ({
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
