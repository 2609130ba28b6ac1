import { type AwsInput, input, operation, type Operation } from '@arch/core/builder';
import { sns, topicArn } from '@arch/services/sns';
import { GetTopicAttributesCommand } from '@aws-sdk/client-sns';

import { topic, type Topic } from './topic.js';

export interface DescribeTopicInput extends AwsInput {
  /** ARN of the topic. */
  readonly topicArn: string;
}

/**
 * Describes a topic: its settings, its policy and the numbers of its subscriptions.
 *
 * @example
 * const { subscriptionsConfirmed, fifo } = await describeTopic(topicArn);
 * @throws {NotFoundError} there is no such topic.
 * @see https://docs.aws.amazon.com/sns/latest/api/API_GetTopicAttributes.html
 */
export const describeTopic: Operation<string | DescribeTopicInput, Topic, { on: 'topicArn' }> = operation(() => ({
  name: 'describeTopic',
  service: sns,
  command: GetTopicAttributesCommand,
  permissions: [{ action: 'sns:GetTopicAttributes', resources: ['topic'] }],
  key: 'topicArn',
  input: input<DescribeTopicInput>({ topicArn: topicArn() }),
  output: topic(),
}));
