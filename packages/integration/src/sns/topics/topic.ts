import { resource, type Schema, z } from '@arch/core/builder';
import { nameInArn } from '@arch/services/sns';
import { GetTopicAttributesResponse$ } from '@aws-sdk/client-sns';

import { attribute, type AttributeField, fromJson, isTrue } from '../../attribute.js';
import { type Policy, policyRecord } from '../../resource-policies/policy.js';
import type { TopicReference } from '../topic-reference.js';

/** An SNS topic. https://docs.aws.amazon.com/sns/latest/api/API_GetTopicAttributes.html */
export interface Topic extends TopicReference {
  /** Account of the topic. */
  readonly owner?: string | undefined;
  /** From whom e-mails and text messages of the topic come. */
  readonly displayName?: string | undefined;
  /** Counts of subscriptions, which lag behind. */
  readonly subscriptionsConfirmed: number;
  /** Those that nobody has confirmed yet. */
  readonly subscriptionsPending: number;
  readonly subscriptionsDeleted: number;
  readonly policy?: Policy | undefined;
  /** The KMS key that messages are encrypted with. */
  readonly kmsMasterKeyId?: string | undefined;
  /** What a message may have with its attributes. */
  readonly maximumMessageSizeBytes: number;
  /** Whether order is kept and duplicates are dropped. */
  readonly fifo: boolean;
  /** Whether a FIFO topic makes the deduplication ID from the message. */
  readonly contentBasedDeduplication?: boolean | undefined;
  /** `Topic` or `MessageGroup`; only of a FIFO topic. */
  readonly fifoThroughputScope?: string | undefined;
  /** `1` (SHA-1) or `2` (SHA-256): how notifications over HTTP and e-mail are signed. */
  readonly signatureVersion: string;
  /** X-Ray: `PassThrough` or `Active`. */
  readonly tracingConfig?: string | undefined;
  /** How delivery over HTTP is tried again, where the topic says it. */
  readonly deliveryPolicy?: Policy | undefined;
}

/** Parses the map of texts that SNS knows a topic by. */
export const topic = (): Schema<Topic> =>
  resource<Topic>(GetTopicAttributesResponse$, {
    topicArn: attribute('TopicArn', z.string()),
    name: attribute('TopicArn', z.string(), nameInArn),
    owner: attribute('Owner', z.optional(z.string())),
    displayName: attribute('DisplayName', z.optional(z.string())),
    subscriptionsConfirmed: attribute('SubscriptionsConfirmed', z.number(), Number),
    subscriptionsPending: attribute('SubscriptionsPending', z.number(), Number),
    subscriptionsDeleted: attribute('SubscriptionsDeleted', z.number(), Number),
    policy: attribute('Policy', z.optional(policyRecord()), fromJson),
    kmsMasterKeyId: attribute('KmsMasterKeyId', z.optional(z.string())),
    // SNS says these three only where they differ from what it takes otherwise.
    maximumMessageSizeBytes: withDefault('MaximumMessageSize', z.number(), (text = '262144') => Number(text)),
    fifo: withDefault('FifoTopic', z.boolean(), (text) => text === 'true'),
    signatureVersion: withDefault('SignatureVersion', z.string(), (text = '1') => text),
    contentBasedDeduplication: attribute('ContentBasedDeduplication', z.optional(z.boolean()), isTrue),
    fifoThroughputScope: attribute('FifoThroughputScope', z.optional(z.string())),
    tracingConfig: attribute('TracingConfig', z.optional(z.string())),
    deliveryPolicy: attribute('DeliveryPolicy', z.optional(policyRecord()), fromJson),
  });

const withDefault = <Value>(
  name: string,
  type: z.ZodMiniType<Value>,
  convert: (text: string | undefined) => Value,
): AttributeField<Value> => ({
  path: 'Attributes',
  type,
  read: (attributes) => convert((attributes as Readonly<Record<string, string>> | undefined)?.[name]),
});
