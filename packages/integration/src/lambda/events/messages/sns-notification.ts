import { InvalidInputError, type StandardSchema } from '@arch/core';
import { readInput, secret, z } from '@arch/core/builder';

import { eventDate } from '../event-date.js';
import { eventSchema } from '../event-schema.js';
import { present } from '../present.js';
import { readJson } from '../read-json.js';

/** A message of an SNS topic as SNS sends it to queues. https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html */
export interface SnsNotification<Message = string> {
  readonly messageId: string;
  readonly topicArn: string;
  readonly subject?: string;
  /** The text, or what the schema made of its JSON. */
  readonly message: Message;
  readonly timestamp: Date;
  /** Binary attributes are base64, as SNS sends them. */
  readonly messageAttributes: Readonly<Record<string, string>>;
  /** Of a FIFO topic. */
  readonly sequenceNumber?: string;
}

const type = () =>
  z.object({
    MessageId: z.string(),
    TopicArn: z.string(),
    Subject: z.optional(z.nullable(z.string())),
    Message: secret(z.string()),
    Timestamp: eventDate(),
    MessageAttributes: z.optional(z.nullable(z.record(z.string(), z.object({ Value: z.string() })))),
    SequenceNumber: z.optional(z.nullable(z.string())),
  });

/**
 * The schema of a message that SNS sent to an SQS queue: pass it as `schema` to `handleSqsEvent`, `parseSqsEvent`, `consumeMessages` or
 * `receiveMessages`. With a schema of its own (zod, valibot, arktype, `s3Notification()`), the message in it is JSON that fits it. Not for
 * subscriptions with raw message delivery: there the body is the message.
 *
 * @example
 * const schema = snsNotification(z.object({ orderId: z.string() }));
 * const handler = (event: unknown) => handleSqsEvent(event, ({ body }) => console.log(body.message.orderId), { schema });
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-sqs-as-subscriber.html
 */
export function snsNotification(): StandardSchema<SnsNotification>;
export function snsNotification<Message>(schema: StandardSchema<Message>): StandardSchema<SnsNotification<Message>>;
export function snsNotification(schema?: StandardSchema<unknown>): StandardSchema<SnsNotification<unknown>> {
  const operation = 'snsNotification';
  return eventSchema(async (value) => {
    if ((value as { readonly Type?: unknown } | null)?.Type !== 'Notification')
      throw new InvalidInputError(
        `${operation}: Type must be "Notification". With raw message delivery, use the schema of the message instead.`,
        { operation },
      );
    const sent = readInput({ name: operation, input: type() }, value);
    const message = schema ? await readJson(operation, 'Message', sent.Message, schema) : sent.Message;
    return {
      messageId: sent.MessageId,
      topicArn: sent.TopicArn,
      message,
      timestamp: sent.Timestamp,
      messageAttributes: Object.fromEntries(
        Object.entries(sent.MessageAttributes ?? {}).map(([name, { Value }]) => [name, Value]),
      ),
      ...present({ subject: sent.Subject, sequenceNumber: sent.SequenceNumber }),
    };
  });
}
