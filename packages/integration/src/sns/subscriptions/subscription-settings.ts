import { arn, type input, z, type Open } from '@arch/core/builder';

import { toAttributes } from '../../attribute.js';
import { pattern, type Pattern, patternText } from '../../event-bridge/pattern.js';

/** What can be said of a subscription. */
export interface SubscriptionSettings {
  /** Hands on the message alone, without SNS's JSON around it, attributes included: queues, HTTP and Firehose only. Default `false`. */
  readonly rawMessageDelivery?: boolean | undefined;
  /** What a message has to look like to be delivered, e.g. `{ kind: ['order'] }`. A change takes up to 15 minutes to show. Default: all are. */
  readonly filterPolicy?: Pattern | undefined;
  /** Whether the filter looks at the attributes, or at the message as JSON. Default `MessageAttributes`. */
  readonly filterPolicyScope?: Open<'MessageAttributes' | 'MessageBody'> | undefined;
  /** A queue for messages that could not be delivered; of a FIFO topic, a FIFO queue. Default: they are lost after SNS's retries. */
  readonly deadLetterQueueArn?: string | undefined;
  /** How delivery over HTTP is tried again. https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html */
  readonly deliveryPolicy?: Readonly<Record<string, unknown>> | undefined;
  /** The role with which SNS writes to Firehose, which needs one. */
  readonly subscriptionRoleArn?: string | undefined;
}

/** The members of {@link SubscriptionSettings}, checked. */
export const subscriptionSettingsFields = (): Parameters<typeof input<SubscriptionSettings>>[0] => ({
  rawMessageDelivery: z.optional(z.boolean()),
  filterPolicy: z.optional(pattern("{ kind: ['order'] }")),
  filterPolicyScope: z.optional(z.enum(['MessageAttributes', 'MessageBody'])),
  deadLetterQueueArn: z.optional(arn('sqs')),
  deliveryPolicy: z.optional(z.record(z.string(), z.unknown())),
  subscriptionRoleArn: z.optional(arn('iam')),
});

/** What SNS calls the settings: a map of texts. */
export const toSubscriptionAttributes = (
  operation: string,
  settings: SubscriptionSettings,
): Record<string, string> | undefined =>
  toAttributes(operation, {
    RawMessageDelivery: settings.rawMessageDelivery,
    // In this order: a filter of the body may look like none of attributes.
    FilterPolicyScope: settings.filterPolicyScope,
    FilterPolicy:
      settings.filterPolicy && patternText(settings.filterPolicy, { operation, place: 'filterPolicy' }, 262_144),
    DeliveryPolicy: settings.deliveryPolicy,
    SubscriptionRoleArn: settings.subscriptionRoleArn,
    // The last one: what the queue permits is taken back where it has not come to this.
    RedrivePolicy: settings.deadLetterQueueArn && { deadLetterTargetArn: settings.deadLetterQueueArn },
  });
