import type { StandardSchema } from '@arch/core';
import { secret, z } from '@arch/core/builder';

import { eventDate } from '../event-date.js';
import { type Lax, optionalText } from '../http-request-event.js';
import { present } from '../present.js';
import { readJson } from '../read-json.js';

interface SnsMessageFields {
  readonly MessageId: z.ZodMiniType<string>;
  readonly TopicArn: z.ZodMiniType<string>;
  readonly Subject: Lax<string>;
  readonly Message: z.ZodMiniType<string>;
  readonly Timestamp: z.ZodMiniType<Date>;
  readonly MessageAttributes: Lax<Record<string, { Value: string }>>;
}

/** The schemas of the members of a message that SNS sends to Lambda functions and queues. */
export const snsMessageFields = (): SnsMessageFields => ({
  MessageId: z.string(),
  TopicArn: z.string(),
  Subject: optionalText(),
  Message: secret(z.string()),
  Timestamp: eventDate(),
  MessageAttributes: z.optional(z.nullable(z.record(z.string(), z.object({ Value: z.string() })))),
});

/** A message of SNS with the names of this package. */
export interface SnsMessage {
  readonly messageId: string;
  readonly topicArn: string;
  readonly subject?: string;
  readonly message: unknown;
  readonly timestamp: Date;
  readonly messageAttributes: Readonly<Record<string, string>>;
}

/** Reads a message of SNS. With a schema, its text must be JSON that matches it. Errors contain `place`. */
export const snsMessage = async (
  operation: string,
  place: string,
  sent: { readonly [Name in keyof SnsMessageFields]: z.infer<SnsMessageFields[Name]> },
  schema: StandardSchema<unknown> | undefined,
): Promise<SnsMessage> => ({
  messageId: sent.MessageId,
  topicArn: sent.TopicArn,
  message: schema ? await readJson(operation, place, sent.Message, schema) : sent.Message,
  timestamp: sent.Timestamp,
  messageAttributes: Object.fromEntries(
    Object.entries(sent.MessageAttributes ?? {}).map(([name, { Value }]) => [name, Value]),
  ),
  ...present({ subject: sent.Subject }),
});
