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

/** A value beside a message. A list goes out as SNS's type `String.Array`: a filter policy matches it by any of its items. */
export type TopicAttributeValue = MessageAttributeValue | readonly (string | number | boolean | null)[];

/** A message to publish. */
export interface TopicMessageInput {
  /** The message as text, at least one character. Either this or `json`. */
  readonly message?: string | undefined;
  /** The message as a value, which goes out as JSON. */
  readonly json?: unknown;
  /** The subject line of e-mails, which other subscribers see too: 1–99 characters on one line. */
  readonly subject?: string | undefined;
  /** What goes beside the message; filter policies look at it. A queue with raw delivery gets no message that has more than 10. */
  readonly attributes?: Readonly<Record<string, TopicAttributeValue>> | undefined;
  /** Up to 128 characters. Within a group a FIFO topic, which needs it, keeps the order; another one hands it on to its queues. */
  readonly groupId?: string | undefined;
  /** Up to 128 characters; only for a FIFO topic, which drops a second message with the same within five minutes. Default: from the message, where the topic has `contentBasedDeduplication`. */
  readonly deduplicationId?: string | undefined;
}

/** The members of {@link TopicMessageInput}, checked one by one. */
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
        `an object of strings, numbers, Uint8Arrays or lists of strings, numbers, booleans and nulls that are not empty; ${namesRule}`,
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

/** A message in AWS's words. */
export interface TopicMessageEntry {
  readonly Message: string;
  readonly Subject: string | undefined;
  readonly MessageAttributes: Record<string, AwsMessageAttribute> | undefined;
  readonly MessageGroupId: string | undefined;
  readonly MessageDeduplicationId: string | undefined;
}

/** Where a message stands in an input. */
export interface TopicMessagePlace {
  readonly operation: string;
  readonly topicArn: string;
  /** What goes before a member's name, e.g. `messages[3].`. */
  readonly prefix: string;
}

/** Bytes that the largest topic takes; how many this one takes, only SNS knows. */
const maxMessageBytes = 1_048_576;

/** Writes a message in AWS's words. What SNS would refuse is an error that names the member; the message is not quoted. */
export const toTopicEntry = (input: TopicMessageInput, place: TopicMessagePlace): TopicMessageEntry => {
  const { operation, prefix } = place;
  const { message, json, subject, attributes = {}, groupId, deduplicationId } = input;
  const wrong = problemOf(input, place.topicArn);
  if (wrong !== undefined) throw refusal(place, wrong);
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
    throw refusal(
      place,
      `message and attributes must have at most 1,048,576 bytes (1 MiB) (got ${bytes.toLocaleString('en-US')}). Put the content into S3 and send its key`,
    );
  return entry;
};

const toTopicAttribute = (value: TopicAttributeValue): AwsMessageAttribute =>
  isList(value) ? { DataType: 'String.Array', StringValue: JSON.stringify(value) } : toAwsAttribute(value);

const isList = (value: TopicAttributeValue): value is Exclude<TopicAttributeValue, MessageAttributeValue> =>
  Array.isArray(value);

const refusal = ({ operation, prefix }: TopicMessagePlace, what: string): InvalidInputError =>
  new InvalidInputError(`${operation}: ${prefix}${what}.`, { operation });

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

/** Bytes of a message, as SNS counts them. */
export const topicEntryBytes = ({ Message, MessageAttributes }: TopicMessageEntry): number =>
  Buffer.byteLength(Message) + attributeBytes(MessageAttributes);
