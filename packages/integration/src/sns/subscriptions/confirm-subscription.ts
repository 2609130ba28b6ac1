import { type AwsInput, input, operation, type Operation, resource, secret, text, z } from '@arch/core/builder';
import { sns, topicArn } from '@arch/services/sns';
import { ConfirmSubscriptionCommand, ConfirmSubscriptionResponse$ } from '@aws-sdk/client-sns';

export interface ConfirmSubscriptionInput extends AwsInput {
  /** ARN of the topic. */
  readonly topicArn: string;
  /** Token that SNS has sent to the endpoint. It is valid for two days. */
  readonly token: string;
}

/** A confirmed subscription. */
export interface ConfirmedSubscription {
  /** ARN of the subscription. */
  readonly subscriptionArn: string;
}

/**
 * Confirms a subscription with the token that SNS has sent to its endpoint. After that, only the owners of the topic and of the subscription
 * can delete the subscription.
 *
 * @example
 * const { subscriptionArn } = await confirmSubscription({ topicArn, token: 'from the request to confirm' });
 * @throws {NotFoundError} there is no such topic.
 * @throws {InvalidRequestError} the token does not belong to this topic, or has expired.
 * @see https://docs.aws.amazon.com/sns/latest/api/API_ConfirmSubscription.html
 */
export const confirmSubscription: Operation<ConfirmSubscriptionInput, ConfirmedSubscription, { on: 'topicArn' }> =
  operation(() => ({
    name: 'confirmSubscription',
    service: sns,
    command: ConfirmSubscriptionCommand,
    permissions: [{ action: 'sns:ConfirmSubscription', resources: ['topic'] }],
    input: input<ConfirmSubscriptionInput>({ topicArn: topicArn(), token: secret(text(1, 4_096)) }),
    output: resource<ConfirmedSubscription>(ConfirmSubscriptionResponse$, { subscriptionArn: z.string() }),
    request: ({ topicArn, token }) => ({ TopicArn: topicArn, Token: token, AuthenticateOnUnsubscribe: 'true' }),
  }));
