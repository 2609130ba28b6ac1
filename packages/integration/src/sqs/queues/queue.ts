import { type AwsResource, resource, type Schema, z } from '@arch/core/builder';
import { GetQueueAttributesResult$, type QueueAttributeName } from '@aws-sdk/client-sqs';

import { attribute, type AttributeField, fromJson, fromSeconds, isTrue } from '../../attribute.js';
import { type Policy, policyRecord } from '../../resource-policies/policy.js';

/** Where messages go that have been received too often without being deleted. */
export interface DeadLetterQueue {
  readonly queueArn: string;
  /** Receives that a message may have, 1–1,000: with the next one it moves. */
  readonly maxReceiveCount: number;
}

/** What SQS says of a queue. */
export interface QueueAttributes extends AwsResource {
  /** e.g. `arn:aws:sqs:eu-west-1:123456789012:orders`. */
  readonly queueArn: string;
  /** Messages that can be received. This and the other two counts are estimates, right about a minute after the last message was sent. */
  readonly approximateNumberOfMessages: number;
  /** Messages that have been received, and are neither deleted nor visible again. */
  readonly approximateNumberOfMessagesNotVisible: number;
  /** Messages that cannot be received yet. */
  readonly approximateNumberOfMessagesDelayed: number;
  /** For how long a received message is hidden from others. */
  readonly visibilityTimeoutSeconds: number;
  /** For how long a message is kept. */
  readonly retentionSeconds: number;
  readonly delaySeconds: number;
  /** For how long a receive waits that does not say it. */
  readonly receiveMessageWaitTimeSeconds: number;
  readonly maximumMessageSizeBytes: number;
  /** In UTC. */
  readonly createdTimestamp: Date;
  /** In UTC. */
  readonly lastModifiedTimestamp: Date;
  readonly deadLetterQueue?: DeadLetterQueue | undefined;
  /** Which queues may use this one as their dead-letter queue. Absent: all of the account. */
  readonly redriveAllowPolicy?: Policy | undefined;
  readonly policy?: Policy | undefined;
  /** Whether order is kept and duplicates are dropped. */
  readonly fifo: boolean;
  /** Whether a FIFO queue makes the deduplication ID from the body. */
  readonly contentBasedDeduplication?: boolean | undefined;
  /** `queue` or `messageGroup`; only of a FIFO queue. */
  readonly deduplicationScope?: string | undefined;
  /** `perQueue` or `perMessageGroupId`; only of a FIFO queue. */
  readonly fifoThroughputLimit?: string | undefined;
  /** Whether messages are encrypted with a key that SQS owns. */
  readonly sqsManagedSseEnabled?: boolean | undefined;
  /** The KMS key that messages are encrypted with. */
  readonly kmsMasterKeyId?: string | undefined;
  readonly kmsDataKeyReusePeriodSeconds?: number | undefined;
}

/** An SQS queue. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html */
export interface Queue extends QueueAttributes {
  /** e.g. `https://sqs.eu-west-1.amazonaws.com/123456789012/orders`. */
  readonly queueUrl: string;
  readonly queueName: string;
}

/** Parses the map of texts that SQS knows a queue by. */
export const queueAttributes = (): Schema<QueueAttributes> =>
  resource<QueueAttributes>(GetQueueAttributesResult$, {
    queueArn: named('QueueArn', z.string()),
    approximateNumberOfMessages: named('ApproximateNumberOfMessages', z.number(), Number),
    approximateNumberOfMessagesNotVisible: named('ApproximateNumberOfMessagesNotVisible', z.number(), Number),
    approximateNumberOfMessagesDelayed: named('ApproximateNumberOfMessagesDelayed', z.number(), Number),
    visibilityTimeoutSeconds: named('VisibilityTimeout', z.number(), Number),
    retentionSeconds: named('MessageRetentionPeriod', z.number(), Number),
    delaySeconds: named('DelaySeconds', z.number(), Number),
    receiveMessageWaitTimeSeconds: named('ReceiveMessageWaitTimeSeconds', z.number(), Number),
    maximumMessageSizeBytes: named('MaximumMessageSize', z.number(), Number),
    createdTimestamp: named('CreatedTimestamp', z.date(), fromSeconds),
    lastModifiedTimestamp: named('LastModifiedTimestamp', z.date(), fromSeconds),
    deadLetterQueue: named('RedrivePolicy', z.optional(deadLetterQueue()), fromRedrivePolicy),
    redriveAllowPolicy: named('RedriveAllowPolicy', z.optional(policyRecord()), fromJson),
    policy: named('Policy', z.optional(policyRecord()), fromJson),
    // A queue that is none has no such attribute.
    fifo: { path: 'Attributes', type: z.boolean(), read: isFifoQueue },
    contentBasedDeduplication: named('ContentBasedDeduplication', z.optional(z.boolean()), isTrue),
    deduplicationScope: named('DeduplicationScope', z.optional(z.string())),
    fifoThroughputLimit: named('FifoThroughputLimit', z.optional(z.string())),
    sqsManagedSseEnabled: named('SqsManagedSseEnabled', z.optional(z.boolean()), isTrue),
    kmsMasterKeyId: named('KmsMasterKeyId', z.optional(z.string())),
    kmsDataKeyReusePeriodSeconds: named('KmsDataKeyReusePeriodSeconds', z.optional(z.number()), Number),
  });

/** An attribute that the SDK knows by this name. */
const named = <Value>(
  name: QueueAttributeName,
  type: z.ZodMiniType<Value>,
  convert?: (text: string) => unknown,
): AttributeField<Value> => attribute(name, type, convert);

const isFifoQueue = (attributes: unknown): boolean =>
  (attributes as Readonly<Record<string, string>> | undefined)?.['FifoQueue'] === 'true';

const deadLetterQueue = (): z.ZodMiniType<DeadLetterQueue> =>
  z.object({ queueArn: z.string(), maxReceiveCount: z.number() });

/** AWS writes the count as a number, and took texts once. */
const fromRedrivePolicy = (text: string): unknown => {
  const policy = fromJson(text) as { deadLetterTargetArn?: string; maxReceiveCount?: number | string };
  return { queueArn: policy.deadLetterTargetArn, maxReceiveCount: Number(policy.maxReceiveCount) };
};
