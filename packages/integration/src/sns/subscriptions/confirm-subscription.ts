import { type AwsInput, input, operation, type Operation, resource, secret, text, z } from '@arch/core/builder';
import { sns, topicArn } from '@arch/services/sns';
import { ConfirmSubscriptionCommand, ConfirmSubscriptionResponse$ } from '@aws-sdk/client-sns';

export interface ConfirmSubscriptionInput extends AwsInput {
  readonly topicArn: string;
  /** What SNS has sent to the endpoint; it holds for two days. */
  readonly token: string;
}

/** A subscription that has been confirmed. */
export interface ConfirmedSubscription {
  readonly subscriptionArn: string;
}

/**
 * Confirms a subscription by the token that SNS has sent to its endpoint. From then on only the owners of the topic and of the subscription
 * can end it.
 *
 * @example
 * const { subscriptionArn } = await confirmSubscription({ topicArn, token: 'from the request to confirm' });
 * @throws {NotFoundError} there is no such topic.
 * @throws {InvalidRequestError} the token is not of this topic, or over.
 * @see https://docs.aws.amazon.com/sns/latest/api/API_ConfirmSubscription.html
 */
export const confirmSubscription: Operation<ConfirmSubscriptionInput, ConfirmedSubscription> = operation(() => ({
  name: 'confirmSubscription',
  service: sns,
  command: ConfirmSubscriptionCommand,
  permissions: [{ action: 'sns:ConfirmSubscription', resources: ['topic'] }],
  input: input<ConfirmSubscriptionInput>({ topicArn: topicArn(), token: secret(text(1, 4_096)) }),
  output: resource<ConfirmedSubscription>(ConfirmSubscriptionResponse$, { subscriptionArn: z.string() }),
  request: ({ topicArn, token }) => ({ TopicArn: topicArn, Token: token, AuthenticateOnUnsubscribe: 'true' }),
}));
