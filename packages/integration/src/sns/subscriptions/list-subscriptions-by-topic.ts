import { type AwsInput, input, listOperation, type ListOperation, z } from '@arch/core/builder';
import { sns, topicArn } from '@arch/services/sns';
import { ListSubscriptionsByTopicCommand } from '@aws-sdk/client-sns';

import type { TopicReference } from '../topic-reference.js';
import { listedSubscription, type ListedSubscription } from './subscription.js';

export interface ListSubscriptionsByTopicInput extends AwsInput {
  /** ARN of the topic. */
  readonly topicArn: string;
}

/**
 * Lists the subscriptions of a topic, up to 100 in a request. A subscription that is not confirmed yet has no ARN.
 *
 * @example
 * for await (const { protocol, endpoint } of listSubscriptionsByTopic({ topicArn })) console.log(protocol, endpoint);
 * @throws {NotFoundError} there is no such topic.
 * @see https://docs.aws.amazon.com/sns/latest/api/API_ListSubscriptionsByTopic.html
 */
export const listSubscriptionsByTopic: ListOperation<
  string | TopicReference | ListSubscriptionsByTopicInput,
  ListedSubscription,
  { on: 'topicArn' }
> = listOperation(() => ({
  name: 'listSubscriptionsByTopic',
  service: sns,
  command: ListSubscriptionsByTopicCommand,
  permissions: [{ action: 'sns:ListSubscriptionsByTopic', resources: ['topic'] }],
  input: z.pipe(z.transform(toTopicArn), input<ListSubscriptionsByTopicInput>({ topicArn: topicArn() })) as never,
  item: listedSubscription(),
  items: ({ Subscriptions }) => Subscriptions,
  pages: { token: 'NextToken' },
}));

/** Converts an ARN, or a topic that an earlier call returned, to an input. */
const toTopicArn = (value: unknown): unknown => {
  if (typeof value === 'string') return { topicArn: value };
  if (typeof value !== 'object' || value === null || !('name' in value)) return value;
  return { topicArn: (value as TopicReference).topicArn };
};
