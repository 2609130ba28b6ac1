import { type AwsResource, resource, type Schema, secret, z } from '@arch/core/builder';
import { Message$, type MessageSystemAttributeName } from '@aws-sdk/client-sqs';

import { attribute, type AttributeField, fromMilliseconds } from '../../attribute.js';
import { attributeRecord, type MessageAttributes } from '../message-attributes.js';

/** What SQS says of a message that was received. */
export interface ReceivedMessage extends AwsResource {
  readonly messageId: string;
  /** What deletes this message, or hides it for longer. Each receive gives another one. */
  readonly receiptHandle: string;
  readonly body: string;
  /** What was sent beside the body. */
  readonly attributes: MessageAttributes;
  /** In UTC. */
  readonly sentTimestamp?: Date | undefined;
  /** In UTC. */
  readonly approximateFirstReceiveTimestamp?: Date | undefined;
  /** How often it has been received, this time included; more than 1 means that it came back. */
  readonly approximateReceiveCount?: number | undefined;
  readonly groupId?: string | undefined;
  readonly deduplicationId?: string | undefined;
  /** The place in a FIFO queue: grows within a group. Too large for a number. */
  readonly sequenceNumber?: string | undefined;
  /** ID of the user or role that has sent it. */
  readonly senderId?: string | undefined;
  /** ARN of the queue that it comes from, in a dead-letter queue. */
  readonly deadLetterQueueSourceArn?: string | undefined;
  readonly awsTraceHeader?: string | undefined;
}

/** A message in a consumer's hand. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_Message.html */
export interface Message<Body = string> extends Omit<ReceivedMessage, 'body'> {
  readonly queueUrl: string;
  /** A text, or what the schema makes of it. */
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

/** A system attribute that the SDK knows by this name. */
const named = <Value>(
  name: MessageSystemAttributeName,
  type: z.ZodMiniType<Value>,
  convert?: (text: string) => unknown,
): AttributeField<Value> => attribute(name, type, convert);
