import { type AwsResource, resource, type Schema, z } from '@arch/core/builder';
import { GetQueueAttributesResult$, type QueueAttributeName } from '@aws-sdk/client-sqs';

import { attribute, type AttributeField, fromJson, fromSeconds, isTrue } from '../../attribute.js';
import { type Policy, policyRecord } from '../../resource-policies/policy.js';

/** The queue to which SQS moves messages that were received too often and not deleted. */
export interface DeadLetterQueue {
  /** ARN of the dead-letter queue. */
  readonly queueArn: string;
  /** Number of times that a message can be received before SQS moves it to the dead-letter queue, 1–1,000. */
  readonly maxReceiveCount: number;
}

/** The attributes of a queue. */
export interface QueueAttributes extends AwsResource {
  /** ARN of the queue, e.g. `arn:aws:sqs:eu-west-1:123456789012:orders`. */
  readonly queueArn: string;
  /**
   * Number of messages that can be received. This and the other two numbers are estimates. They are correct about a minute after the last
   * message was sent.
   */
  readonly approximateNumberOfMessages: number;
  /** Number of messages in flight: received, but neither deleted nor visible again. */
  readonly approximateNumberOfMessagesNotVisible: number;
  /** Number of messages that are delayed and cannot be received yet. */
  readonly approximateNumberOfMessagesDelayed: number;
  /** Visibility timeout: the time for which a received message is hidden from other consumers, in seconds. */
  readonly visibilityTimeoutSeconds: number;
  /** Retention period of messages, in seconds. */
  readonly retentionSeconds: number;
  /** Delay before a sent message can be received, in seconds. */
  readonly delaySeconds: number;
  /** Time for which a receive request without its own wait time waits for messages, in seconds. */
  readonly receiveMessageWaitTimeSeconds: number;
  /** Maximum size of a message, in bytes. */
  readonly maximumMessageSizeBytes: number;
  /** Creation time, in UTC. */
  readonly createdTimestamp: Date;
  /** Time of the last change, in UTC. */
  readonly lastModifiedTimestamp: Date;
  /** The dead-letter queue. Absent if there is none. */
  readonly deadLetterQueue?: DeadLetterQueue | undefined;
  /** Restricts the queues that can use this queue as their dead-letter queue. Absent: all queues of the account and region can. */
  readonly redriveAllowPolicy?: Policy | undefined;
  /** Resource policy of the queue. Absent if there is none. */
  readonly policy?: Policy | undefined;
  /** Whether this is a FIFO queue, which keeps the order of messages within a group and drops duplicates. */
  readonly fifo: boolean;
  /** Whether the queue uses a hash of the body as the deduplication ID. Absent for a standard queue. */
  readonly contentBasedDeduplication?: boolean | undefined;
  /** Scope in which duplicates are dropped: `queue` or `messageGroup`. Absent for a standard queue. */
  readonly deduplicationScope?: string | undefined;
  /** Scope of the throughput quota: `perQueue` or `perMessageGroupId`. Absent for a standard queue. */
  readonly fifoThroughputLimit?: string | undefined;
  /** Whether messages are encrypted with a key that SQS owns. */
  readonly sqsManagedSseEnabled?: boolean | undefined;
  /** ID, ARN or alias of the KMS key that encrypts messages. Absent if no KMS key is used. */
  readonly kmsMasterKeyId?: string | undefined;
  /** Time for which SQS reuses a data key of KMS, in seconds. Absent if no KMS key is used. */
  readonly kmsDataKeyReusePeriodSeconds?: number | undefined;
}

/** An SQS queue. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html */
export interface Queue extends QueueAttributes {
  /** URL of the queue, e.g. `https://sqs.eu-west-1.amazonaws.com/123456789012/orders`. */
  readonly queueUrl: string;
  /** Name of the queue. */
  readonly queueName: string;
}

/** Parses the attributes of a queue, which SQS returns as a map of strings. */
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
    // A standard queue does not have this attribute.
    fifo: { path: 'Attributes', type: z.boolean(), read: isFifoQueue },
    contentBasedDeduplication: named('ContentBasedDeduplication', z.optional(z.boolean()), isTrue),
    deduplicationScope: named('DeduplicationScope', z.optional(z.string())),
    fifoThroughputLimit: named('FifoThroughputLimit', z.optional(z.string())),
    sqsManagedSseEnabled: named('SqsManagedSseEnabled', z.optional(z.boolean()), isTrue),
    kmsMasterKeyId: named('KmsMasterKeyId', z.optional(z.string())),
    kmsDataKeyReusePeriodSeconds: named('KmsDataKeyReusePeriodSeconds', z.optional(z.number()), Number),
  });

/** Reads an attribute. The type checks that the SDK has an attribute with this name. */
const named = <Value>(
  name: QueueAttributeName,
  type: z.ZodMiniType<Value>,
  convert?: (text: string) => unknown,
): AttributeField<Value> => attribute(name, type, convert);

const isFifoQueue = (attributes: unknown): boolean =>
  (attributes as Readonly<Record<string, string>> | undefined)?.['FifoQueue'] === 'true';

const deadLetterQueue = (): z.ZodMiniType<DeadLetterQueue> =>
  z.object({ queueArn: z.string(), maxReceiveCount: z.number() });

/** AWS returns the count as a number, or as a string for old queues. */
const fromRedrivePolicy = (text: string): unknown => {
  const policy = fromJson(text) as { deadLetterTargetArn?: string; maxReceiveCount?: number | string };
  return { queueArn: policy.deadLetterTargetArn, maxReceiveCount: Number(policy.maxReceiveCount) };
};
