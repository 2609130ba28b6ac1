import { type AwsInput, input, listOperation, type ListOperation } from '@arch/core/builder';
import { sns } from '@arch/services/sns';
import { ListTopicsCommand } from '@aws-sdk/client-sns';

import { topicReference, type TopicReference } from '../topic-reference.js';

export interface ListTopicsInput extends AwsInput {}

/**
 * Lists the topics in the region, up to 100 in a request.
 *
 * @example
 * for await (const { name, topicArn } of listTopics()) console.log(name, topicArn);
 * @see https://docs.aws.amazon.com/sns/latest/api/API_ListTopics.html
 */
export const listTopics: ListOperation<ListTopicsInput, TopicReference> = listOperation(() => ({
  name: 'listTopics',
  service: sns,
  command: ListTopicsCommand,
  permissions: ['sns:ListTopics'],
  input: input<ListTopicsInput>({}),
  item: topicReference(),
  items: ({ Topics }) => Topics,
  pages: { token: 'NextToken' },
}));
