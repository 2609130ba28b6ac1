import type { StandardSchema } from '@arch/core';
import { readInput, secret, z } from '@arch/core/builder';

import { epochDate } from '../event-date.js';
import { expectKind } from '../expect-kind.js';
import { present } from '../present.js';
import { readJson } from '../read-json.js';

/** A message that SQS sends to a Lambda function. https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html */
export interface SqsEventRecord<Body = string> {
  readonly messageId: string;
  readonly receiptHandle: string;
  /** The text, or what the schema made of its JSON. */
  readonly body: Body;
  readonly queueArn: string;
  readonly awsRegion: string;
  /** How often the message was received, including this time. */
  readonly receiveCount: number;
  readonly sentTime: Date;
  readonly firstReceivedTime: Date;
  readonly senderId?: string;
  /** Of a FIFO queue, or of a standard queue with fair queues. */
  readonly messageGroupId?: string;
  readonly messageDeduplicationId?: string;
  /** In a dead-letter queue: the queue that the message comes from. */
  readonly deadLetterQueueSourceArn?: string;
  /** Binary attributes are base64, as Lambda sends them. */
  readonly messageAttributes: Readonly<Record<string, string>>;
}

export interface SqsEvent<Body = string> {
  readonly records: readonly SqsEventRecord<Body>[];
}

const text = () => z.optional(z.nullable(z.string()));

const record = () =>
  z.object({
    messageId: z.string(),
    receiptHandle: z.string(),
    body: secret(z.string()),
    eventSourceARN: z.string(),
    awsRegion: z.string(),
    attributes: z.object({
      ApproximateReceiveCount: z.string().check(z.regex(/^\d+$/, 'a number')),
      SentTimestamp: epochDate('milliseconds'),
      ApproximateFirstReceiveTimestamp: epochDate('milliseconds'),
      SenderId: text(),
      MessageGroupId: text(),
      MessageDeduplicationId: text(),
      DeadLetterQueueSourceArn: text(),
    }),
    messageAttributes: z.optional(z.record(z.string(), z.object({ stringValue: text(), binaryValue: text() }))),
  });

type Raw = z.infer<ReturnType<typeof record>>;

/**
 * Parses the event with which SQS calls a Lambda function. With a schema (zod, valibot, arktype), every body is JSON that fits it; a body that
 * does not is an error that names the message. `handleSqsEvent` returns only that message to the queue. For bodies that SNS or S3 sent, use
 * the schemas `snsNotification` and `s3Notification`.
 *
 * @example
 * const { records } = await parseSqsEvent(event, z.object({ orderId: z.string() }));
 * @throws {InvalidInputError} it is an event of another kind, a member is missing or invalid, or a body does not fit the schema.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html
 */
export async function parseSqsEvent(event: unknown): Promise<SqsEvent>;
export async function parseSqsEvent<Body>(event: unknown, schema: StandardSchema<Body>): Promise<SqsEvent<Body>>;
export async function parseSqsEvent(event: unknown, schema?: StandardSchema<unknown>): Promise<SqsEvent<unknown>> {
  const records = readSqsRecords('parseSqsEvent', event);
  return { records: await Promise.all(records.map((each) => withBody('parseSqsEvent', each, schema))) };
}

/** The records of an event, with their bodies as text. */
export const readSqsRecords = (operation: string, event: unknown): readonly SqsEventRecord[] => {
  expectKind(operation, event, 'sqs');
  const type = z.object({ Records: z.array(record()) });
  return readInput({ name: operation, input: type }, event).Records.map(toRecord);
};

/** A record whose body is read with the schema. */
export const withBody = async (
  operation: string,
  { body, ...rest }: SqsEventRecord,
  schema: StandardSchema<unknown> | undefined,
): Promise<SqsEventRecord<unknown>> => ({
  ...rest,
  body: schema ? await readJson(operation, `the body of message ${rest.messageId}`, body, schema) : body,
});

const toRecord = ({ messageId, receiptHandle, body, eventSourceARN, awsRegion, ...raw }: Raw): SqsEventRecord => ({
  messageId,
  receiptHandle,
  body,
  queueArn: eventSourceARN,
  awsRegion,
  receiveCount: Number(raw.attributes.ApproximateReceiveCount),
  sentTime: raw.attributes.SentTimestamp,
  firstReceivedTime: raw.attributes.ApproximateFirstReceiveTimestamp,
  ...present({
    senderId: raw.attributes.SenderId,
    messageGroupId: raw.attributes.MessageGroupId,
    messageDeduplicationId: raw.attributes.MessageDeduplicationId,
    deadLetterQueueSourceArn: raw.attributes.DeadLetterQueueSourceArn,
  }),
  messageAttributes: Object.fromEntries(
    Object.entries(raw.messageAttributes ?? {}).map(([name, { stringValue, binaryValue }]) => [
      name,
      stringValue ?? binaryValue ?? '',
    ]),
  ),
});
