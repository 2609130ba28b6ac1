import { InvalidInputError, type StandardSchema } from '@arch/core';
import { readInput, z } from '@arch/core/builder';

import { eventSchema } from '../event-schema.js';
import { optionalText } from '../http-request-event.js';
import { present } from '../present.js';
import { snsMessage, snsMessageFields } from './sns-message.js';

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

const type = () => z.object({ ...snsMessageFields(), SequenceNumber: optionalText() });

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
    return {
      ...(await snsMessage(operation, 'Message', sent, schema)),
      ...present({ sequenceNumber: sent.SequenceNumber }),
    };
  });
}
