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
  /** Body as text: at least one character, without characters that XML does not allow, such as `\0`. Provide this or `json`. */
  readonly body?: string | undefined;
  /** Body as a value, which is sent as JSON. Provide this or `body`. */
  readonly json?: unknown;
  /** Message attributes, at most 10. */
  readonly attributes?: MessageAttributes | undefined;
  /** Delay before the message can be received, in seconds, 0–900. Default: the delay of the queue. Not allowed for a FIFO queue. */
  readonly delaySeconds?: number | undefined;
  /**
   * Message group ID, 1–128 characters. Required for a FIFO queue, which keeps the order of messages within a group. A standard queue uses it
   * to deliver the messages of several groups fairly.
   */
  readonly groupId?: string | undefined;
  /**
   * Deduplication ID, 1–128 characters. Only allowed for a FIFO queue, which drops a second message with the same ID for five minutes.
   * Default: a hash of the body, if the queue has `contentBasedDeduplication`.
   */
  readonly deduplicationId?: string | undefined;
}

/** The schemas of the members of {@link MessageInput}. */
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

/** Maximum size of a message and of a request, in bytes: bodies and attributes. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html */
export const maxMessageBytes = 1_048_576;

/** A message in AWS's form. */
export interface MessageEntry {
  readonly MessageBody: string;
  readonly MessageAttributes: Record<string, AwsMessageAttribute> | undefined;
  readonly DelaySeconds: number | undefined;
  readonly MessageGroupId: string | undefined;
  readonly MessageDeduplicationId: string | undefined;
}

/** The position of a message in an input, for error messages. */
export interface MessagePlace {
  readonly operation: string;
  readonly queueUrl: string;
  /** Prefix of member names, e.g. `messages[3].`. */
  readonly prefix: string;
}

/** Converts a message to AWS's form. Throws an error for a message that SQS would reject. The error does not quote the body. */
export const toEntry = (message: MessageInput, place: MessagePlace): MessageEntry => {
  const { operation, prefix } = place;
  const { body, json, attributes, delaySeconds, groupId, deduplicationId } = message;
  const problem = problemOf(message, place.queueUrl);
  if (problem !== undefined) throw invalidMessage(place, problem);
  const MessageBody = body ?? jsonText(json, { operation, place: `${prefix}json` });
  if (notXmlCharacter.test(MessageBody))
    throw invalidMessage(
      place,
      'body contains a character that SQS does not accept: a control character, U+FFFE, U+FFFF or half of a surrogate pair. Encode the body, e.g. as Base64',
    );
  const entry = {
    MessageBody,
    MessageAttributes: toAwsAttributes(attributes),
    DelaySeconds: delaySeconds,
    MessageGroupId: groupId,
    MessageDeduplicationId: deduplicationId,
  };
  const bytes = entryBytes(entry);
  if (bytes > maxMessageBytes)
    throw invalidMessage(
      place,
      `body and attributes must have at most 1,048,576 bytes (1 MiB) (got ${bytes.toLocaleString('en-US')}). Store the content in S3 and send its key`,
    );
  return entry;
};

// https://www.w3.org/TR/REC-xml/#charsets
const notXmlCharacter = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u;

const invalidMessage = ({ operation, prefix }: MessagePlace, problem: string): InvalidInputError =>
  new InvalidInputError(`${operation}: ${prefix}${problem}.`, { operation });

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

/** The size of a message in bytes, as SQS calculates it. */
export const entryBytes = ({ MessageBody, MessageAttributes }: MessageEntry): number =>
  Buffer.byteLength(MessageBody) + attributeBytes(MessageAttributes);
