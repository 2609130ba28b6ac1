import { InvalidInputError } from '@arch/core';
import { jsonText, secret, z } from '@arch/core/builder';

import {
  attributeBytes,
  type AwsMessageAttribute,
  isRecordOf,
  isValue,
  type MessageAttributeValue,
  namesRule,
  toAwsAttribute,
} from '../../sqs/message-attributes.js';

/** The value of a message attribute. A list is sent with the data type `String.Array`: a filter policy matches if one of its items matches. */
export type TopicAttributeValue = MessageAttributeValue | readonly (string | number | boolean | null)[];

/** A message to publish. */
export interface TopicMessageInput {
  /** Message as text, at least one character. Provide this or `json`. */
  readonly message?: string | undefined;
  /** Message as a value, which is sent as JSON. Provide this or `message`. */
  readonly json?: unknown;
  /** Subject of e-mails, 1–99 characters on one line. Other subscribers also receive it. */
  readonly subject?: string | undefined;
  /**
   * Message attributes, which filter policies can match. With raw message delivery, SNS does not deliver messages with more than 10 to
   * queues.
   */
  readonly attributes?: Readonly<Record<string, TopicAttributeValue>> | undefined;
  /**
   * Message group ID, 1–128 characters. Required for a FIFO topic, which keeps the order of messages within a group. A standard topic passes
   * it to subscribed queues.
   */
  readonly groupId?: string | undefined;
  /**
   * Deduplication ID, 1–128 characters. Only allowed for a FIFO topic, which drops a second message with the same ID for five minutes.
   * Default: a hash of the message, if the topic has `contentBasedDeduplication`.
   */
  readonly deduplicationId?: string | undefined;
}

/** The schemas of the members of {@link TopicMessageInput}. */
export const topicMessageFields = (): {
  readonly [Name in keyof TopicMessageInput]-?: z.ZodMiniType<TopicMessageInput[Name]>;
} => ({
  message: z.optional(secret(z.string())),
  json: z.optional(secret(z.unknown())),
  subject: z.optional(
    secret(z.string().check(z.regex(/^\P{Cc}{1,99}$/u, '1–99 characters without line breaks and control characters'))),
  ),
  attributes: z.optional(
    secret(
      z.custom<TopicMessageInput['attributes']>(
        isRecordOf((value) => (Array.isArray(value) ? value.length > 0 && value.every(isItem) : isValue(value))),
        `an object of non-empty strings, numbers, Uint8Arrays or lists of strings, numbers, booleans and nulls, ${namesRule}`,
      ),
    ),
  ),
  groupId: z.optional(token()),
  deduplicationId: z.optional(token()),
});

const isItem = (value: unknown): boolean =>
  value === null || ['string', 'boolean'].includes(typeof value) || Number.isFinite(value);

const token = (): z.ZodMiniType<string> =>
  z.string().check(z.regex(/^[\x21-\x7e]{1,128}$/, '1–128 letters, digits and punctuation'));

/** A message in AWS's form. */
export interface TopicMessageEntry {
  readonly Message: string;
  readonly Subject: string | undefined;
  readonly MessageAttributes: Record<string, AwsMessageAttribute> | undefined;
  readonly MessageGroupId: string | undefined;
  readonly MessageDeduplicationId: string | undefined;
}

/** The position of a message in an input, for error messages. */
export interface TopicMessagePlace {
  readonly operation: string;
  readonly topicArn: string;
  /** Prefix of member names, e.g. `messages[3].`. */
  readonly prefix: string;
}

/** The maximum size of messages that a topic can have, in bytes. The limit of a topic may be smaller, and only SNS checks it. */
const maxMessageBytes = 1_048_576;

/** Converts a message to AWS's form. Throws an error for a message that SNS would reject. The error does not quote the message. */
export const toTopicEntry = (input: TopicMessageInput, place: TopicMessagePlace): TopicMessageEntry => {
  const { operation, prefix } = place;
  const { message, json, subject, attributes = {}, groupId, deduplicationId } = input;
  const problem = problemOf(input, place.topicArn);
  if (problem !== undefined) throw invalidMessage(place, problem);
  const own = Object.entries(attributes).map(([name, value]) => [name, toTopicAttribute(value)] as const);
  const entry = {
    Message: message ?? jsonText(json, { operation, place: `${prefix}json` }),
    Subject: subject,
    MessageAttributes: own.length === 0 ? undefined : Object.fromEntries(own),
    MessageGroupId: groupId,
    MessageDeduplicationId: deduplicationId,
  };
  const bytes = topicEntryBytes(entry);
  if (bytes > maxMessageBytes)
    throw invalidMessage(
      place,
      `message and attributes must have at most 1,048,576 bytes (1 MiB) (got ${bytes.toLocaleString('en-US')}). Store the content in S3 and send its key`,
    );
  return entry;
};

const toTopicAttribute = (value: TopicAttributeValue): AwsMessageAttribute =>
  isList(value) ? { DataType: 'String.Array', StringValue: JSON.stringify(value) } : toAwsAttribute(value);

const isList = (value: TopicAttributeValue): value is Exclude<TopicAttributeValue, MessageAttributeValue> =>
  Array.isArray(value);

const invalidMessage = ({ operation, prefix }: TopicMessagePlace, problem: string): InvalidInputError =>
  new InvalidInputError(`${operation}: ${prefix}${problem}.`, { operation });

const problemOf = (input: TopicMessageInput, topicArn: string): string | undefined => {
  const { message, groupId, deduplicationId } = input;
  if (message === undefined && !('json' in input)) return 'message is required: a string, or a value as json';
  if (message === '') return 'message must have at least 1 character (got "")';
  if (message !== undefined && input.json !== undefined)
    return 'message cannot be combined with json: provide one of them';
  if (!topicArn.endsWith('.fifo'))
    return deduplicationId === undefined ? undefined : 'deduplicationId must be omitted for a topic that is not FIFO';
  return groupId === undefined ? 'groupId is required for a FIFO topic' : undefined;
};

/** The size of a message in bytes, as SNS calculates it. */
export const topicEntryBytes = ({ Message, MessageAttributes }: TopicMessageEntry): number =>
  Buffer.byteLength(Message) + attributeBytes(MessageAttributes);
