import { type input, text, z, type Open } from '@arch/core/builder';

import { toAttributes } from '../../attribute.js';
import { type Policy, policyObject } from '../../resource-policies/policy.js';

/** What can be said of a topic when it is made. */
export interface TopicSettings {
  /** From whom e-mails and text messages of the topic come, up to 100 characters; of text messages the first ten. */
  readonly displayName?: string | undefined;
  /** Encrypts messages with a KMS key. A key of your own can let other services publish, `alias/aws/sns` cannot. Each use is billed. */
  readonly kmsMasterKeyId?: string | undefined;
  /** Who may do what with the topic. Default: only the account's own users and roles. */
  readonly policy?: Policy | undefined;
  /** 1,024–1,048,576 (1 MiB). Default 262,144 (256 KiB). A larger one allows 100 subscriptions, and queues, functions and Firehose only. */
  readonly maximumMessageSizeBytes?: number | undefined;
  /** Has a FIFO topic make the deduplication ID from the message. Default `false`: each message has to bring its own. */
  readonly contentBasedDeduplication?: boolean | undefined;
  /** Within what a FIFO topic drops duplicates, and its throughput is counted. Default `Topic`. */
  readonly fifoThroughputScope?: Open<'Topic' | 'MessageGroup'> | undefined;
  /** How notifications over HTTP and e-mail are signed: `1` (SHA-1) or `2` (SHA-256). AWS's default is `1`. */
  readonly signatureVersion?: Open<'1' | '2'> | undefined;
  /** X-Ray. Default `PassThrough`. */
  readonly tracingConfig?: Open<'PassThrough' | 'Active'> | undefined;
  /** How delivery over HTTP is tried again. https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html */
  readonly deliveryPolicy?: Readonly<Record<string, unknown>> | undefined;
}

/** The members of {@link TopicSettings}, checked. */
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

/** What SNS calls the settings: a map of texts. */
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
