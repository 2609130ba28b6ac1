import type { StandardSchema } from '@arch/core';
import { readInput, z } from '@arch/core/builder';

import { expectKind } from '../expect-kind.js';
import { snsMessage, snsMessageFields } from './sns-message.js';

/** A message that SNS sends to a Lambda function. https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html */
export interface SnsEventRecord<Message = string> {
  /** ID of the message. */
  readonly messageId: string;
  /** ARN of the topic. */
  readonly topicArn: string;
  /** ARN of the subscription of the function. */
  readonly subscriptionArn: string;
  /** Subject. Absent if the message was published without one. */
  readonly subject?: string;
  /** Message: the output of the schema, or text if there is no schema. */
  readonly message: Message;
  /** Time at which the message was published, in UTC. */
  readonly timestamp: Date;
  /** Message attributes by name. Binary attributes are base64, as SNS sends them. */
  readonly messageAttributes: Readonly<Record<string, string>>;
}

/** An event of SNS. */
export interface SnsEvent<Message = string> {
  /** Messages. Lambda receives one message in an event. */
  readonly records: readonly SnsEventRecord<Message>[];
}

const record = () =>
  z.object({
    EventSubscriptionArn: z.string(),
    Sns: z.object(snsMessageFields()),
  });

/**
 * Parses the event with which SNS invokes a Lambda function. With a schema (zod, valibot, arktype), every message must be JSON that matches
 * it.
 *
 * @example
 * const { records } = await parseSnsEvent(event, z.object({ orderId: z.string() }));
 * @throws {InvalidInputError} the event is of another kind, a member is missing or invalid, or a message does not match the schema.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html
 */
export async function parseSnsEvent(event: unknown): Promise<SnsEvent>;
export async function parseSnsEvent<Message>(
  event: unknown,
  schema: StandardSchema<Message>,
): Promise<SnsEvent<Message>>;
export async function parseSnsEvent(event: unknown, schema?: StandardSchema<unknown>): Promise<SnsEvent<unknown>> {
  const operation = 'parseSnsEvent';
  expectKind(operation, event, 'sns');
  const { Records: records } = readInput({ name: operation, input: z.object({ Records: z.array(record()) }) }, event);
  const read = async ({ EventSubscriptionArn: subscriptionArn, Sns: sns }: (typeof records)[number]) => ({
    ...(await snsMessage(operation, `message ${sns.MessageId}`, sns, schema)),
    subscriptionArn,
  });
  return { records: await Promise.all(records.map(read)) };
}
