import { type AwsInput, input, listOperation, type ListOperation } from '@arch/core/builder';
import { sns } from '@arch/services/sns';
import { ListSubscriptionsCommand } from '@aws-sdk/client-sns';

import { listedSubscription, type ListedSubscription } from './subscription.js';

export interface ListSubscriptionsInput extends AwsInput {}

/**
 * Lists the subscriptions of the account in the region, up to 100 in a request.
 *
 * @example
 * for await (const { topicArn, endpoint } of listSubscriptions()) console.log(topicArn, endpoint);
 * @see https://docs.aws.amazon.com/sns/latest/api/API_ListSubscriptions.html
 */
export const listSubscriptions: ListOperation<ListSubscriptionsInput, ListedSubscription> = listOperation(() => ({
  name: 'listSubscriptions',
  service: sns,
  command: ListSubscriptionsCommand,
  permissions: ['sns:ListSubscriptions'],
  input: input<ListSubscriptionsInput>({}),
  item: listedSubscription(),
  items: ({ Subscriptions }) => Subscriptions,
  pages: { token: 'NextToken' },
}));
