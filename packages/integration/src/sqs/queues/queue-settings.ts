import { arn, type input, text, z, type Open } from '@arch/core/builder';

import { toAttributes } from '../../attribute.js';
import { type Policy, policyObject } from '../../resource-policies/policy.js';
import type { DeadLetterQueue } from './queue.js';

/** What can be said of a queue, when it is made and later. */
export interface QueueSettings {
  /** For how long a received message is hidden from others, 0–43,200. Default 30. Let it be longer than the work on ten messages takes. */
  readonly visibilityTimeoutSeconds?: number | undefined;
  /** For how long a message is kept, 60–1,209,600 (14 days). Default 345,600 (4 days). */
  readonly retentionSeconds?: number | undefined;
  /** For how long each message cannot be received at first, 0–900. Default 0. */
  readonly delaySeconds?: number | undefined;
  /** For how long a receive waits that does not say it, 0–20. Default 0; `receiveMessages` says it. */
  readonly receiveMessageWaitTimeSeconds?: number | undefined;
  /** 1,024–1,048,576 (1 MiB). Default 1,048,576. */
  readonly maximumMessageSizeBytes?: number | undefined;
  /** Has a FIFO queue make the deduplication ID from the body. Default `false`: each message has to bring its own. */
  readonly contentBasedDeduplication?: boolean | undefined;
  /** Within what a FIFO queue drops duplicates. Default `queue`. */
  readonly deduplicationScope?: Open<'queue' | 'messageGroup'> | undefined;
  /** What the throughput of a FIFO queue is counted by. Default `perQueue`; `perMessageGroupId` needs the scope `messageGroup`. */
  readonly fifoThroughputLimit?: Open<'perQueue' | 'perMessageGroupId'> | undefined;
  /** Encrypts with a KMS key instead of one that SQS owns, e.g. `alias/aws/sqs`. Each use of the key is billed. */
  readonly kmsMasterKeyId?: string | undefined;
  /** Encrypts with a key that SQS owns, which costs nothing. Default of a new queue: `true`, unless there is a `kmsMasterKeyId`. */
  readonly sqsManagedSseEnabled?: boolean | undefined;
  /** For how long SQS goes on with a data key before it asks KMS again, 60–86,400. Default 300. */
  readonly kmsDataKeyReusePeriodSeconds?: number | undefined;
  /** Who may do what with the queue, e.g. a topic that sends to it. Default: only the account's own users and roles. */
  readonly policy?: Policy | undefined;
}

/** The members of {@link QueueSettings}, checked. */
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

/** What holds between the settings. */
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

/** A queue for dead letters that is already there, checked. */
export const deadLetterQueueInput = (): z.ZodMiniType<DeadLetterQueue> =>
  z.strictObject({ queueArn: arn('sqs'), maxReceiveCount: maxReceiveCount() });

export const maxReceiveCount = (): z.ZodMiniType<number> => z.int().check(z.gte(1), z.lte(1_000));

/** What SQS calls the settings: a map of texts. */
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

/** The policy by which SQS moves messages that were received too often. */
export const toRedrivePolicy = ({ queueArn, maxReceiveCount }: DeadLetterQueue): string =>
  JSON.stringify({ deadLetterTargetArn: queueArn, maxReceiveCount });
