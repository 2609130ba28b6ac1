import type { StandardSchema } from '@arch/core';
import { readInput, z } from '@arch/core/builder';

import { epochDate } from '../event-date.js';
import { expectKind } from '../expect-kind.js';
import { readJson } from '../read-json.js';

/** A message that SQS hands to a Lambda function. https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html */
export interface SqsEventRecord<Body = string> {
  readonly messageId: string;
  readonly receiptHandle: string;
  /** The text, or what the schema has made of it. */
  readonly body: Body;
  readonly queueArn: string;
  readonly awsRegion: string;
  /** How often it has been received, this time included. */
  readonly receiveCount: number;
  readonly sentTime: Date;
  readonly firstReceivedTime: Date;
  readonly senderId?: string | undefined;
  /** Of a FIFO queue. */
  readonly messageGroupId?: string | undefined;
  readonly messageDeduplicationId?: string | undefined;
  /** In a dead-letter queue: the queue that it comes from. */
  readonly deadLetterQueueSourceArn?: string | undefined;
  /** Binary ones are base64, as Lambda sends them. */
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
    body: z.string(),
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
 * Reads the event with which SQS calls a Lambda function. With a schema (zod, valibot, arktype), every body is JSON that fits it: one that
 * does not is an error that names the message; `handleSqsEvent` sends only that one back to the queue.
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

/** The records of an event, their bodies as they are. */
export const readSqsRecords = (operation: string, event: unknown): readonly SqsEventRecord[] => {
  expectKind(operation, event, 'sqs');
  const type = z.object({ Records: z.array(record()) });
  return readInput({ name: operation, input: type }, event).Records.map(toRecord);
};

/** A record with its body as the schema reads it. */
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
  senderId: raw.attributes.SenderId ?? undefined,
  messageGroupId: raw.attributes.MessageGroupId ?? undefined,
  messageDeduplicationId: raw.attributes.MessageDeduplicationId ?? undefined,
  deadLetterQueueSourceArn: raw.attributes.DeadLetterQueueSourceArn ?? undefined,
  messageAttributes: Object.fromEntries(
    Object.entries(raw.messageAttributes ?? {}).map(([name, { stringValue, binaryValue }]) => [
      name,
      stringValue ?? binaryValue ?? '',
    ]),
  ),
});
