import {
  type AwsInput,
  conflict,
  input,
  noOutput,
  notFound,
  operation,
  type Operation,
  whenMessage,
} from '@arch/core/builder';
import { sns } from '@arch/services/sns';
import { UnsubscribeCommand } from '@aws-sdk/client-sns';

import { subscriptionArn } from './subscription-arn.js';

export interface UnsubscribeFromTopicInput extends AwsInput {
  /** ARN of the subscription. */
  readonly subscriptionArn: string;
}

/**
 * Deletes a subscription. The statement for the topic in the policy of the queue or function remains. The call also succeeds if the
 * subscription does not exist.
 *
 * @example
 * const { subscriptionArn } = await subscribeToTopic({ topicArn, endpoint: queueArn });
 * if (subscriptionArn) await unsubscribeFromTopic(subscriptionArn);
 * @throws {ConflictError} the subscription is not confirmed yet.
 * @see https://docs.aws.amazon.com/sns/latest/api/API_Unsubscribe.html
 */
export const unsubscribeFromTopic: Operation<string | UnsubscribeFromTopicInput, void, { on: 'topicArn' }> = operation(
  () => ({
    name: 'unsubscribeFromTopic',
    service: sns,
    command: UnsubscribeCommand,
    permissions: [{ action: 'sns:Unsubscribe', resources: ['topic'] }],
    key: 'subscriptionArn',
    input: input<UnsubscribeFromTopicInput>({ subscriptionArn: subscriptionArn() }),
    output: noOutput(),
    errors: {
      InvalidParameter: whenMessage(
        /pending confirmation/i,
        conflict({
          resource: 'subscription',
          member: 'subscriptionArn',
          remedy: 'SNS deletes it after some days if it is not confirmed.',
        }),
      ),
      NotFound: notFound({ resource: 'subscription', member: 'subscriptionArn' }),
    },
  }),
);
