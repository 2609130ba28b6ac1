import { type AwsInput, input, notFound, operation, type Operation } from '@arch/core/builder';
import { sns } from '@arch/services/sns';
import { GetSubscriptionAttributesCommand } from '@aws-sdk/client-sns';

import { subscription, type Subscription } from './subscription.js';
import { subscriptionArn } from './subscription-arn.js';

export interface DescribeSubscriptionInput extends AwsInput {
  /** ARN of the subscription. */
  readonly subscriptionArn: string;
}

/**
 * Describes a subscription: its settings, and whether it is confirmed.
 *
 * @example
 * const { pendingConfirmation, filterPolicy } = await describeSubscription(subscriptionArn);
 * @throws {NotFoundError} there is no such subscription.
 * @see https://docs.aws.amazon.com/sns/latest/api/API_GetSubscriptionAttributes.html
 */
export const describeSubscription: Operation<string | DescribeSubscriptionInput, Subscription, { on: 'topicArn' }> =
  operation(() => ({
    name: 'describeSubscription',
    service: sns,
    command: GetSubscriptionAttributesCommand,
    permissions: [{ action: 'sns:GetSubscriptionAttributes', resources: ['topic'] }],
    key: 'subscriptionArn',
    input: input<DescribeSubscriptionInput>({ subscriptionArn: subscriptionArn() }),
    output: subscription(),
    errors: { NotFound: notFound({ resource: 'subscription', member: 'subscriptionArn' }) },
  }));
