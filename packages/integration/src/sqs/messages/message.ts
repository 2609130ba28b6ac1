import { type AwsResource, resource, type Schema, secret, z } from '@arch/core/builder';
import { Message$, type MessageSystemAttributeName } from '@aws-sdk/client-sqs';

import { attribute, type AttributeField, fromMilliseconds } from '../../attribute.js';
import { attributeRecord, type MessageAttributes } from '../message-attributes.js';

/** A message as SQS returns it. */
export interface ReceivedMessage extends AwsResource {
  /** ID of the message, which SQS has assigned. */
  readonly messageId: string;
  /** Receipt handle, with which the message is deleted or hidden for longer. Each receive of a message returns a new one. */
  readonly receiptHandle: string;
  /** Body as text. */
  readonly body: string;
  /** Message attributes by name. `{}` if there are none. */
  readonly attributes: MessageAttributes;
  /** Time at which the message was sent, in UTC. */
  readonly sentTimestamp?: Date | undefined;
  /** Time of the first receive, in UTC. */
  readonly approximateFirstReceiveTimestamp?: Date | undefined;
  /** Number of receives of the message, including this one. */
  readonly approximateReceiveCount?: number | undefined;
  /** Message group ID. Absent if the message was sent without one. */
  readonly groupId?: string | undefined;
  /** Deduplication ID. Absent in a standard queue. */
  readonly deduplicationId?: string | undefined;
  /** Sequence number in a FIFO queue, as a string of digits. It increases within a group. Absent in a standard queue. */
  readonly sequenceNumber?: string | undefined;
  /** ID of the user or role that sent the message. */
  readonly senderId?: string | undefined;
  /** In a dead-letter queue: ARN of the queue from which SQS moved the message. */
  readonly deadLetterQueueSourceArn?: string | undefined;
  /** AWS X-Ray trace header. Absent if the message was sent without one. */
  readonly awsTraceHeader?: string | undefined;
}

/** A received message. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_Message.html */
export interface Message<Body = string> extends Omit<ReceivedMessage, 'body'> {
  /** URL of the queue. */
  readonly queueUrl: string;
  /** Body: the output of the schema, or text if there is no schema. */
  readonly body: Body;
}

/** Parses one SQS `Message` structure. */
export const receivedMessage = (): Schema<ReceivedMessage> =>
  resource<ReceivedMessage>(Message$, {
    messageId: z.string(),
    receiptHandle: secret(z.string()),
    body: secret(z.string()),
    attributes: attributeRecord(),
    sentTimestamp: named('SentTimestamp', z.optional(z.date()), fromMilliseconds),
    approximateFirstReceiveTimestamp: named('ApproximateFirstReceiveTimestamp', z.optional(z.date()), fromMilliseconds),
    approximateReceiveCount: named('ApproximateReceiveCount', z.optional(z.number()), Number),
    groupId: named('MessageGroupId', z.optional(z.string())),
    deduplicationId: named('MessageDeduplicationId', z.optional(z.string())),
    sequenceNumber: named('SequenceNumber', z.optional(z.string())),
    senderId: named('SenderId', z.optional(z.string())),
    deadLetterQueueSourceArn: named('DeadLetterQueueSourceArn', z.optional(z.string())),
    awsTraceHeader: named('AWSTraceHeader', z.optional(z.string())),
  });

/** Reads a system attribute. The type checks that the SDK has an attribute with this name. */
const named = <Value>(
  name: MessageSystemAttributeName,
  type: z.ZodMiniType<Value>,
  convert?: (text: string) => unknown,
): AttributeField<Value> => attribute(name, type, convert);
