import { resource, type Schema, z } from '@arch/core/builder';
import { nameInArn } from '@arch/services/sns';
import { GetTopicAttributesResponse$ } from '@aws-sdk/client-sns';

import { attribute, type AttributeField, fromJson, isTrue } from '../../attribute.js';
import { type Policy, policyRecord } from '../../resource-policies/policy.js';
import type { TopicReference } from '../topic-reference.js';

/** An SNS topic. https://docs.aws.amazon.com/sns/latest/api/API_GetTopicAttributes.html */
export interface Topic extends TopicReference {
  /** ID of the account that owns the topic. */
  readonly owner?: string | undefined;
  /** Sender name of e-mails and text messages of the topic. Absent if it is not set. */
  readonly displayName?: string | undefined;
  /** Number of confirmed subscriptions. This and the other two numbers are updated with a delay. */
  readonly subscriptionsConfirmed: number;
  /** Number of subscriptions that are not confirmed yet. */
  readonly subscriptionsPending: number;
  /** Number of deleted subscriptions. */
  readonly subscriptionsDeleted: number;
  /** Resource policy of the topic. */
  readonly policy?: Policy | undefined;
  /** ID, ARN or alias of the KMS key that encrypts messages. Absent if no KMS key is used. */
  readonly kmsMasterKeyId?: string | undefined;
  /** Maximum size of a message with its attributes, in bytes. */
  readonly maximumMessageSizeBytes: number;
  /** Whether this is a FIFO topic, which keeps the order of messages within a group and drops duplicates. */
  readonly fifo: boolean;
  /** Whether the topic uses a hash of the message as the deduplication ID. Absent for a standard topic. */
  readonly contentBasedDeduplication?: boolean | undefined;
  /** Scope in which duplicates are dropped: `Topic` or `MessageGroup`. Absent for a standard topic. */
  readonly fifoThroughputScope?: string | undefined;
  /** Hash algorithm of the signatures of HTTP and e-mail notifications: `1` (SHA-1) or `2` (SHA-256). */
  readonly signatureVersion: string;
  /** AWS X-Ray tracing mode: `PassThrough` or `Active`. */
  readonly tracingConfig?: string | undefined;
  /** Retry policy of HTTP deliveries. Absent if the topic has none. */
  readonly deliveryPolicy?: Policy | undefined;
}

/** Parses the attributes of a topic, which SNS returns as a map of strings. */
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
    // SNS returns these three attributes only if they differ from their defaults.
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
