import { addNote, type AwsInput, checkAwsMembers, input, type Operation, task, z } from '@arch/core/builder';
import { SetSubscriptionAttributesCommand } from '@aws-sdk/client-sns';

import { pattern, type Pattern } from '../../event-bridge/pattern.js';
import { functionAndQueueUses, withPermits } from '../../resource-policies/permit.js';
import { requestSubscriptionAttribute } from './request-subscription-attribute.js';
import { subscriptionArn } from './subscription-arn.js';
import {
  type SubscriptionSettings,
  subscriptionSettingsFields,
  toSubscriptionAttributes,
} from './subscription-settings.js';

export interface SetSubscriptionAttributesInput extends Omit<SubscriptionSettings, 'filterPolicy'>, AwsInput {
  /** ARN of the subscription. */
  readonly subscriptionArn: string;
  /** Filter policy: SNS delivers only messages that match it. `false` removes it. A change takes up to 15 minutes. */
  readonly filterPolicy?: Pattern | false | undefined;
  /** Whether the policy of the dead-letter queue gets a statement that allows the topic to send to it. Default: `true`. */
  readonly addPermission?: boolean | undefined;
}

/**
 * Changes settings of a subscription. Omitted settings do not change. SNS accepts one setting in a request, so the settings are changed one
 * after the other.
 *
 * @example
 * await setSubscriptionAttributes({ subscriptionArn, filterPolicy: { kind: ['order', 'return'] } });
 * @throws {NotFoundError} there is no such subscription or queue.
 * @throws {QuotaExceededError} the topic has reached its quota of filter policies.
 * @see https://docs.aws.amazon.com/sns/latest/api/API_SetSubscriptionAttributes.html
 */
export const setSubscriptionAttributes: Operation<
  SetSubscriptionAttributesInput,
  void,
  { on: 'functionName' | 'queueName' | 'queueUrl' | 'topicArn' }
> = task(() => ({
  name: 'setSubscriptionAttributes',
  input: input<SetSubscriptionAttributesInput>({
    ...subscriptionSettingsFields(),
    subscriptionArn: subscriptionArn(),
    filterPolicy: z.optional(z.union([z.literal(false), pattern("{ kind: ['order'] }")])),
    addPermission: z.optional(z.boolean()),
  }),
  uses: [requestSubscriptionAttribute, ...functionAndQueueUses()],
  timeoutMs: 120_000,
  run: async ({ subscriptionArn, filterPolicy, addPermission = true, aws, ...settings }, options, steps) => {
    checkAwsMembers('setSubscriptionAttributes', SetSubscriptionAttributesCommand, aws);
    const all = toSubscriptionAttributes('setSubscriptionAttributes', {
      ...settings,
      filterPolicy: filterPolicy === false ? {} : filterPolicy,
    });
    const done: string[] = [];
    const change = async (keepAll: () => void): Promise<void> => {
      for (const [attributeName, attributeValue] of Object.entries(all ?? {})) {
        await requestSubscriptionAttribute({ subscriptionArn, attributeName, attributeValue, aws }, options);
        done.push(attributeName);
        if (attributeName === 'RedrivePolicy') keepAll();
      }
    };
    const { deadLetterQueueArn } = settings;
    const sourceArn = subscriptionArn.slice(0, subscriptionArn.lastIndexOf(':'));
    const grant = { resourceArn: deadLetterQueueArn ?? '', service: 'sns.amazonaws.com', sourceArn };
    await withPermits(deadLetterQueueArn && addPermission ? [grant] : [], change, { ...steps, options }).catch(
      (error: unknown) => {
        throw done.length === 0
          ? error
          : addNote(error, `SNS changed these attributes before the error: ${done.join(', ')}.`);
      },
    );
  },
}));
