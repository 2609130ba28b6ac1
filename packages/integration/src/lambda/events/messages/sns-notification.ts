import { InvalidInputError, type StandardSchema } from '@arch/core';
import { readInput, z } from '@arch/core/builder';

import { eventSchema } from '../event-schema.js';
import { optionalText } from '../http-request-event.js';
import { present } from '../present.js';
import { snsMessage, snsMessageFields } from './sns-message.js';

/** A message of an SNS topic, in the form that queues receive. https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html */
export interface SnsNotification<Message = string> {
  /** ID of the message. */
  readonly messageId: string;
  /** ARN of the topic. */
  readonly topicArn: string;
  /** Subject. Absent if the message was published without one. */
  readonly subject?: string;
  /** Message: the output of the schema, or text if there is no schema. */
  readonly message: Message;
  /** Time at which the message was published, in UTC. */
  readonly timestamp: Date;
  /** Message attributes by name. Binary attributes are base64, as SNS sends them. */
  readonly messageAttributes: Readonly<Record<string, string>>;
  /** Sequence number. Absent for a standard topic. */
  readonly sequenceNumber?: string;
}

const type = () => z.object({ ...snsMessageFields(), SequenceNumber: optionalText() });

/**
 * Returns the schema of a message that SNS sends to an SQS queue. Pass it as `schema` to `handleSqsEvent`, `parseSqsEvent`, `consumeMessages`
 * or `receiveMessages`. With an inner schema (zod, valibot, arktype, `s3Notification()`), `message` must be JSON that matches it. Do not use
 * it for subscriptions with raw message delivery, where the body is the message.
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
