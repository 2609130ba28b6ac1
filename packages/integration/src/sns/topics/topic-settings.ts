import { type input, text, z, type Open } from '@arch/core/builder';

import { toAttributes } from '../../attribute.js';
import { type Policy, policyObject } from '../../resource-policies/policy.js';

/** The settings of a topic that `createTopic` and `setTopicAttributes` share. */
export interface TopicSettings {
  /** Sender name of e-mails and text messages of the topic, up to 100 characters. Text messages contain only the first ten. */
  readonly displayName?: string | undefined;
  /**
   * ID, ARN or alias of the KMS key that encrypts messages. The policy of a customer managed key can allow other services to publish, the
   * policy of `alias/aws/sns` cannot. AWS bills the use of the key. Default: no KMS key.
   */
  readonly kmsMasterKeyId?: string | undefined;
  /** Resource policy of the topic. Default that AWS applies: only identities of the account have access. */
  readonly policy?: Policy | undefined;
  /**
   * Maximum size of a message with its attributes, in bytes, 1,024–1,048,576 (1 MiB). Default that AWS applies: 262,144 (256 KiB). With a
   * larger size, a topic can have only 100 subscriptions, and only queues, functions and Firehose streams can be subscribed.
   */
  readonly maximumMessageSizeBytes?: number | undefined;
  /**
   * Whether a FIFO topic uses a hash of the message as the deduplication ID of a message that has none. Default that AWS applies: `false`,
   * which requires a `deduplicationId` for each message.
   */
  readonly contentBasedDeduplication?: boolean | undefined;
  /** Scope in which a FIFO topic drops duplicates, and scope of its throughput quota. Default that AWS applies: `Topic`. */
  readonly fifoThroughputScope?: Open<'Topic' | 'MessageGroup'> | undefined;
  /** Hash algorithm of the signatures of HTTP and e-mail notifications: `1` (SHA-1) or `2` (SHA-256). Default that AWS applies: `1`. */
  readonly signatureVersion?: Open<'1' | '2'> | undefined;
  /** AWS X-Ray tracing mode. Default that AWS applies: `PassThrough`. */
  readonly tracingConfig?: Open<'PassThrough' | 'Active'> | undefined;
  /** Retry policy of HTTP deliveries. https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html */
  readonly deliveryPolicy?: Readonly<Record<string, unknown>> | undefined;
}

/** The schemas of the members of {@link TopicSettings}. */
export const topicSettingsFields = (): Parameters<typeof input<TopicSettings>>[0] => ({
  displayName: z.optional(text(0, 100)),
  kmsMasterKeyId: z.optional(text(1, 2_048)),
  policy: z.optional(policyObject()),
  maximumMessageSizeBytes: z.optional(z.int().check(z.gte(1_024), z.lte(1_048_576))),
  contentBasedDeduplication: z.optional(z.boolean()),
  fifoThroughputScope: z.optional(z.enum(['Topic', 'MessageGroup'])),
  signatureVersion: z.optional(z.enum(['1', '2'])),
  tracingConfig: z.optional(z.enum(['PassThrough', 'Active'])),
  deliveryPolicy: z.optional(z.record(z.string(), z.unknown())),
});

/** Converts settings to SNS's attributes: a map of strings. */
export const toTopicAttributes = (
  operation: string,
  settings: TopicSettings & { readonly fifoTopic?: boolean },
): Record<string, string> | undefined =>
  toAttributes(operation, {
    FifoTopic: settings.fifoTopic,
    DisplayName: settings.displayName,
    KmsMasterKeyId: settings.kmsMasterKeyId,
    Policy: settings.policy,
    MaximumMessageSize: settings.maximumMessageSizeBytes,
    ContentBasedDeduplication: settings.contentBasedDeduplication,
    FifoThroughputScope: settings.fifoThroughputScope,
    SignatureVersion: settings.signatureVersion,
    TracingConfig: settings.tracingConfig,
    DeliveryPolicy: settings.deliveryPolicy,
  });
