import { arn, type input, z, type Open } from '@arch/core/builder';

import { toAttributes } from '../../attribute.js';
import { pattern, type Pattern, patternText } from '../../event-bridge/pattern.js';

/** The settings of a subscription that `subscribeToTopic` and `setSubscriptionAttributes` share. */
export interface SubscriptionSettings {
  /**
   * Whether the endpoint receives the message without SNS's JSON document around it, with the attributes of the message. Only for queues,
   * URLs and Firehose streams. Default that AWS applies: `false`.
   */
  readonly rawMessageDelivery?: boolean | undefined;
  /**
   * Filter policy: SNS delivers only messages that match it, e.g. `{ kind: ['order'] }`. A change takes up to 15 minutes. Default: SNS
   * delivers all messages.
   */
  readonly filterPolicy?: Pattern | undefined;
  /**
   * The part of a message to which the filter policy applies: its attributes, or the message as JSON. Default that AWS applies:
   * `MessageAttributes`.
   */
  readonly filterPolicyScope?: Open<'MessageAttributes' | 'MessageBody'> | undefined;
  /**
   * ARN of the queue for messages that cannot be delivered, a FIFO queue for a FIFO topic. Default: these messages are lost after SNS's
   * retries.
   */
  readonly deadLetterQueueArn?: string | undefined;
  /** Retry policy of HTTP deliveries. https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html */
  readonly deliveryPolicy?: Readonly<Record<string, unknown>> | undefined;
  /** ARN of the role with which SNS writes to Firehose. Required for a Firehose stream, not allowed for other endpoints. */
  readonly subscriptionRoleArn?: string | undefined;
}

/** The schemas of the members of {@link SubscriptionSettings}. */
export const subscriptionSettingsFields = (): Parameters<typeof input<SubscriptionSettings>>[0] => ({
  rawMessageDelivery: z.optional(z.boolean()),
  filterPolicy: z.optional(pattern("{ kind: ['order'] }")),
  filterPolicyScope: z.optional(z.enum(['MessageAttributes', 'MessageBody'])),
  deadLetterQueueArn: z.optional(arn('sqs')),
  deliveryPolicy: z.optional(z.record(z.string(), z.unknown())),
  subscriptionRoleArn: z.optional(arn('iam')),
});

/** Converts settings to SNS's attributes: a map of strings. */
export const toSubscriptionAttributes = (
  operation: string,
  settings: SubscriptionSettings,
): Record<string, string> | undefined =>
  toAttributes(operation, {
    RawMessageDelivery: settings.rawMessageDelivery,
    // The scope comes first: a filter policy for the body may be invalid for attributes.
    FilterPolicyScope: settings.filterPolicyScope,
    FilterPolicy:
      settings.filterPolicy && patternText(settings.filterPolicy, { operation, place: 'filterPolicy' }, 262_144),
    DeliveryPolicy: settings.deliveryPolicy,
    SubscriptionRoleArn: settings.subscriptionRoleArn,
    // The redrive policy comes last: if an earlier change fails, the permission of the queue is removed.
    RedrivePolicy: settings.deadLetterQueueArn && { deadLetterTargetArn: settings.deadLetterQueueArn },
  });
