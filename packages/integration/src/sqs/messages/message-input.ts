import { InvalidInputError } from '@arch/core';
import { jsonText, secret, z } from '@arch/core/builder';
import { isFifo } from '@arch/services/sqs';

import {
  attributeBytes,
  type AwsMessageAttribute,
  messageAttributes,
  type MessageAttributes,
  toAwsAttributes,
} from '../message-attributes.js';

/** A message to send. */
export interface MessageInput {
  /** The body as text: at least one character, and none that XML does not have, such as `\0`. Either this or `json`. */
  readonly body?: string | undefined;
  /** The body as a value, which goes out as JSON. */
  readonly json?: unknown;
  /** What goes beside the body, at most 10. */
  readonly attributes?: MessageAttributes | undefined;
  /** For how long it cannot be received, 0–900. Default: the queue's. A FIFO queue takes no delay for one message. */
  readonly delaySeconds?: number | undefined;
  /** Up to 128 characters. Within a group a FIFO queue, which needs it, keeps the order; another one shares its consumers out fairly. */
  readonly groupId?: string | undefined;
  /** Up to 128 characters; only for a FIFO queue, which drops a second message with the same within five minutes. Default: from the body, where the queue has `contentBasedDeduplication`. */
  readonly deduplicationId?: string | undefined;
}

/** The members of {@link MessageInput}, checked one by one. */
export const messageFields = (): { readonly [Name in keyof MessageInput]-?: z.ZodMiniType<MessageInput[Name]> } => ({
  body: z.optional(secret(z.string())),
  json: z.optional(secret(z.unknown())),
  attributes: z.optional(messageAttributes(10)),
  delaySeconds: z.optional(z.int().check(z.gte(0), z.lte(900))),
  groupId: z.optional(messageToken()),
  deduplicationId: z.optional(messageToken()),
});

const messageToken = (): z.ZodMiniType<string> =>
  z.string().check(z.regex(/^[\x21-\x7e]{1,128}$/, '1–128 letters, digits and punctuation'));

/** Bytes that a message, and a request, may have: body and attributes. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html */
export const mostMessageBytes = 1_048_576;

/** A message in AWS's words. */
export interface MessageEntry {
  readonly MessageBody: string;
  readonly MessageAttributes: Record<string, AwsMessageAttribute> | undefined;
  readonly DelaySeconds: number | undefined;
  readonly MessageGroupId: string | undefined;
  readonly MessageDeduplicationId: string | undefined;
}

/** Where a message stands in an input. */
export interface MessagePlace {
  readonly operation: string;
  readonly queueUrl: string;
  /** What goes before a member's name, e.g. `messages[3].`. */
  readonly prefix: string;
}

/** Writes a message in AWS's words. What SQS would refuse is an error that names the member; the body is not quoted. */
export const toEntry = (message: MessageInput, place: MessagePlace): MessageEntry => {
  const { operation, prefix } = place;
  const { body, json, attributes, delaySeconds, groupId, deduplicationId } = message;
  const wrong = problemOf(message, place.queueUrl);
  if (wrong !== undefined) throw refusal(place, wrong);
  const MessageBody = body ?? jsonText(json, { operation, place: `${prefix}json` });
  if (unwritable.test(MessageBody))
    throw refusal(
      place,
      'body holds a character that SQS does not take: a control character, U+FFFE, U+FFFF or half of a pair',
    );
  const entry = {
    MessageBody,
    MessageAttributes: toAwsAttributes(attributes),
    DelaySeconds: delaySeconds,
    MessageGroupId: groupId,
    MessageDeduplicationId: deduplicationId,
  };
  const bytes = entryBytes(entry);
  if (bytes > mostMessageBytes)
    throw refusal(
      place,
      `body and attributes must have at most 1,048,576 bytes (1 MiB) (got ${bytes.toLocaleString('en-US')}). Put the content into S3 and send its key`,
    );
  return entry;
};

// https://www.w3.org/TR/REC-xml/#charsets
const unwritable = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u;

const refusal = ({ operation, prefix }: MessagePlace, what: string): InvalidInputError =>
  new InvalidInputError(`${operation}: ${prefix}${what}.`, { operation });

const problemOf = (message: MessageInput, queueUrl: string): string | undefined => {
  const { body, groupId, deduplicationId, delaySeconds } = message;
  if (body === undefined && !('json' in message)) return 'body is required: a string, or a value as json';
  if (body === '') return 'body must have at least 1 character (got "")';
  if (body !== undefined && message.json !== undefined) return 'body cannot be combined with json: provide one of them';
  if (!isFifo(queueUrl))
    return deduplicationId === undefined ? undefined : 'deduplicationId must be omitted for a queue that is not FIFO';
  if (groupId === undefined) return 'groupId is required for a FIFO queue';
  return delaySeconds === undefined ? undefined : 'delaySeconds must be omitted for a FIFO queue: set it on the queue';
};

/** Bytes of a message, as SQS counts them. */
export const entryBytes = ({ MessageBody, MessageAttributes }: MessageEntry): number =>
  Buffer.byteLength(MessageBody) + attributeBytes(MessageAttributes);
