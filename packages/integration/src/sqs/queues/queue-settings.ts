import { arn, type input, text, z, type Open } from '@arch/core/builder';

import { toAttributes } from '../../attribute.js';
import { type Policy, policyObject } from '../../resource-policies/policy.js';
import type { DeadLetterQueue } from './queue.js';

/** The settings of a queue that `createQueue` and `setQueueAttributes` share. */
export interface QueueSettings {
  /**
   * Visibility timeout: the time for which a received message is hidden from other consumers, in seconds, 0–43,200 (12 hours). Default that
   * AWS applies: 30. Choose a longer time than the work on one request of up to ten messages takes.
   */
  readonly visibilityTimeoutSeconds?: number | undefined;
  /** Retention period of messages, in seconds, 60–1,209,600 (14 days). Default that AWS applies: 345,600 (4 days). */
  readonly retentionSeconds?: number | undefined;
  /** Delay before a sent message can be received, in seconds, 0–900 (15 minutes). Default that AWS applies: 0. */
  readonly delaySeconds?: number | undefined;
  /**
   * Time for which a receive request without its own wait time waits for messages, in seconds, 0–20. Default that AWS applies: 0.
   * `receiveMessages` and `consumeMessages` always send their own wait time.
   */
  readonly receiveMessageWaitTimeSeconds?: number | undefined;
  /** Maximum size of a message, in bytes, 1,024–1,048,576 (1 MiB). Default that AWS applies: 1,048,576. */
  readonly maximumMessageSizeBytes?: number | undefined;
  /**
   * Whether a FIFO queue uses a hash of the body as the deduplication ID of a message that has none. Default that AWS applies: `false`, which
   * requires a `deduplicationId` for each message.
   */
  readonly contentBasedDeduplication?: boolean | undefined;
  /** Scope in which a FIFO queue drops duplicates. Default that AWS applies: `queue`. */
  readonly deduplicationScope?: Open<'queue' | 'messageGroup'> | undefined;
  /**
   * Scope of the throughput quota of a FIFO queue. Default that AWS applies: `perQueue`. `perMessageGroupId` requires the
   * `deduplicationScope` `messageGroup`.
   */
  readonly fifoThroughputLimit?: Open<'perQueue' | 'perMessageGroupId'> | undefined;
  /**
   * ID, ARN or alias of the KMS key that encrypts messages, e.g. `alias/aws/sqs`. AWS bills the use of the key. Default: a key that SQS owns.
   */
  readonly kmsMasterKeyId?: string | undefined;
  /** Whether messages are encrypted with a key that SQS owns, at no cost. Default for a new queue: `true`, unless `kmsMasterKeyId` is set. */
  readonly sqsManagedSseEnabled?: boolean | undefined;
  /** Time for which SQS reuses a data key before it requests a new one from KMS, in seconds, 60–86,400. Default that AWS applies: 300. */
  readonly kmsDataKeyReusePeriodSeconds?: number | undefined;
  /** Resource policy of the queue. It can allow e.g. a topic to send to the queue. Default: only identities of the account have access. */
  readonly policy?: Policy | undefined;
}

/** The schemas of the members of {@link QueueSettings}. */
export const queueSettingsFields = (): Parameters<typeof input<QueueSettings>>[0] => ({
  visibilityTimeoutSeconds: wholeNumber(0, 43_200),
  retentionSeconds: wholeNumber(60, 1_209_600),
  delaySeconds: wholeNumber(0, 900),
  receiveMessageWaitTimeSeconds: wholeNumber(0, 20),
  maximumMessageSizeBytes: wholeNumber(1_024, 1_048_576),
  contentBasedDeduplication: z.optional(z.boolean()),
  deduplicationScope: z.optional(z.enum(['queue', 'messageGroup'])),
  fifoThroughputLimit: z.optional(z.enum(['perQueue', 'perMessageGroupId'])),
  kmsMasterKeyId: z.optional(text(1, 2_048)),
  sqsManagedSseEnabled: z.optional(z.boolean()),
  kmsDataKeyReusePeriodSeconds: wholeNumber(60, 86_400),
  policy: z.optional(policyObject()),
});

const wholeNumber = (least: number, most: number): z.ZodMiniType<number | undefined> =>
  z.optional(z.int().check(z.gte(least), z.lte(most)));

/** Checks settings that depend on each other. */
export const queueSettingsChecks = <Input extends QueueSettings>(
  isFifoQueue: (input: Input) => boolean,
): z.Check<Input>[] => [
  z.refine<Input>(
    (input) =>
      isFifoQueue(input) ||
      [input.contentBasedDeduplication, input.deduplicationScope, input.fifoThroughputLimit].every(
        (each) => each === undefined,
      ),
    'contentBasedDeduplication, deduplicationScope and fifoThroughputLimit only for a FIFO queue',
  ),
  z.refine<Input>(
    ({ fifoThroughputLimit, deduplicationScope }) =>
      fifoThroughputLimit !== 'perMessageGroupId' || deduplicationScope === 'messageGroup',
    'deduplicationScope "messageGroup" if fifoThroughputLimit is "perMessageGroupId"',
  ),
  z.refine<Input>(
    ({ kmsMasterKeyId, sqsManagedSseEnabled }) => kmsMasterKeyId === undefined || sqsManagedSseEnabled !== true,
    'kmsMasterKeyId or sqsManagedSseEnabled, not both',
  ),
];

/** The schema of an existing dead-letter queue. */
export const deadLetterQueueInput = (): z.ZodMiniType<DeadLetterQueue> =>
  z.strictObject({ queueArn: arn('sqs'), maxReceiveCount: maxReceiveCount() });

export const maxReceiveCount = (): z.ZodMiniType<number> => z.int().check(z.gte(1), z.lte(1_000));

/** Converts settings to SQS's attributes: a map of strings. */
export const toQueueAttributes = (operation: string, settings: QueueSettings): Record<string, string> | undefined =>
  toAttributes(operation, {
    VisibilityTimeout: settings.visibilityTimeoutSeconds,
    MessageRetentionPeriod: settings.retentionSeconds,
    DelaySeconds: settings.delaySeconds,
    ReceiveMessageWaitTimeSeconds: settings.receiveMessageWaitTimeSeconds,
    MaximumMessageSize: settings.maximumMessageSizeBytes,
    ContentBasedDeduplication: settings.contentBasedDeduplication,
    DeduplicationScope: settings.deduplicationScope,
    FifoThroughputLimit: settings.fifoThroughputLimit,
    KmsMasterKeyId: settings.kmsMasterKeyId,
    SqsManagedSseEnabled: settings.sqsManagedSseEnabled,
    KmsDataKeyReusePeriodSeconds: settings.kmsDataKeyReusePeriodSeconds,
    Policy: settings.policy,
  });

/** The redrive policy, by which SQS moves messages to the dead-letter queue. */
export const toRedrivePolicy = ({ queueArn, maxReceiveCount }: DeadLetterQueue): string =>
  JSON.stringify({ deadLetterTargetArn: queueArn, maxReceiveCount });
