import type { StandardSchema } from '@arch/core';
import { readInput, secret, z } from '@arch/core/builder';

import { epochDate } from '../event-date.js';
import { expectKind } from '../expect-kind.js';
import { present } from '../present.js';
import { readJson } from '../read-json.js';

/** A message that SQS sends to a Lambda function. https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html */
export interface SqsEventRecord<Body = string> {
  /** ID of the message. */
  readonly messageId: string;
  /** Receipt handle of this receive. */
  readonly receiptHandle: string;
  /** Body: the output of the schema, or text if there is no schema. */
  readonly body: Body;
  /** ARN of the queue. */
  readonly queueArn: string;
  /** Region of the queue. */
  readonly awsRegion: string;
  /** Number of receives of the message, including this one. */
  readonly receiveCount: number;
  /** Time at which the message was sent, in UTC. */
  readonly sentTime: Date;
  /** Time of the first receive, in UTC. */
  readonly firstReceivedTime: Date;
  /** ID of the user or role that sent the message. */
  readonly senderId?: string;
  /** Message group ID. Absent if the message was sent without one. */
  readonly messageGroupId?: string;
  /** Deduplication ID. Absent for a standard queue. */
  readonly messageDeduplicationId?: string;
  /** In a dead-letter queue: ARN of the queue from which SQS moved the message. */
  readonly deadLetterQueueSourceArn?: string;
  /** Message attributes by name. Binary attributes are base64, as Lambda sends them. */
  readonly messageAttributes: Readonly<Record<string, string>>;
}

/** An event of SQS. */
export interface SqsEvent<Body = string> {
  /** Messages, at most 10,000. */
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
 * Parses the event with which SQS invokes a Lambda function. With a schema (zod, valibot, arktype), every body must be JSON that matches it.
 * One invalid body rejects the whole event, with an error that contains the ID of the message; `handleSqsEvent` returns only the invalid
 * message to the queue. For messages from SNS or S3, use the schemas `snsNotification` and `s3Notification`.
 *
 * @example
 * const { records } = await parseSqsEvent(event, z.object({ orderId: z.string() }));
 * @throws {InvalidInputError} the event is of another kind, a member is missing or invalid, or a body does not match the schema.
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

/** Parses the body of a record with the schema. */
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
