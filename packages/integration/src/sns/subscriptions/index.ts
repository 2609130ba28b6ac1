export {
  confirmSubscription,
  type ConfirmedSubscription,
  type ConfirmSubscriptionInput,
} from './confirm-subscription.js';
export { describeSubscription, type DescribeSubscriptionInput } from './describe-subscription.js';
export type { KnownProtocol } from './protocol-of.js';
export { listSubscriptionsByTopic, type ListSubscriptionsByTopicInput } from './list-subscriptions-by-topic.js';
export { listSubscriptions, type ListSubscriptionsInput } from './list-subscriptions.js';
export type { NewSubscription } from './request-subscription.js';
export { setSubscriptionAttributes, type SetSubscriptionAttributesInput } from './set-subscription-attributes.js';
export { subscribeToTopic, type SubscribeToTopicInput } from './subscribe-to-topic.js';
export {
  type ListedSubscription,
  type Subscription,
  type SubscriptionProtocol,
  subscriptionProtocols,
} from './subscription.js';
export type { SubscriptionSettings } from './subscription-settings.js';
export { unsubscribeFromTopic, type UnsubscribeFromTopicInput } from './unsubscribe-from-topic.js';
