import { UnexpectedResponseError } from '@arch/core';
import { parseJson, readAs, type StandardSchema } from '@arch/core/builder';

import { hasMd5 } from '../md5.js';
import type { Message, ReceivedMessage } from './message.js';

/** The details with which a received message is converted. */
export interface ToMessage<Body> {
  /** The function that the user called. */
  readonly operation: string;
  readonly queueUrl: string;
  readonly schema?: StandardSchema<Body> | undefined;
}

/** Converts a received message for the user: its body is text, or JSON that is parsed and checked by the schema. */
export const toMessage = async <Body>(
  received: ReceivedMessage,
  { operation, queueUrl, schema }: ToMessage<Body>,
): Promise<Message<Body | string>> => {
  const { body: text, messageId, aws } = received;
  if (!hasMd5(text, aws['MD5OfBody'] as string | undefined))
    throw new UnexpectedResponseError(
      `${operation}: the body of message ${messageId} does not match its MD5 hash: it was damaged during the transfer.`,
      {
        operation,
        id: messageId,
      },
    );
  const body = schema ? await readBody(received, schema, operation) : text;
  return withAws({ ...received, queueUrl, body }, received);
};

/** A message with an invalid body, as text. */
export const unparsedMessage = (received: ReceivedMessage, queueUrl: string): Message =>
  withAws({ ...received, queueUrl }, received);

const withAws = <Value extends object>(value: Value, { aws }: ReceivedMessage): Value =>
  Object.defineProperty(value, 'aws', { value: aws, enumerable: false });

const readBody = <Body>(
  { body, messageId }: ReceivedMessage,
  schema: StandardSchema<Body>,
  operation: string,
): Promise<Body> => {
  const what = `the body of message ${messageId}`;
  return readAs(schema, parse(body, what, operation), { operation, what });
};

const parse = (body: string, what: string, operation: string): unknown => {
  try {
    return parseJson(body);
  } catch (error) {
    throw new UnexpectedResponseError(`${operation}: ${what} is not JSON: ${(error as Error).message}.`, {
      operation,
      cause: error,
    });
  }
};
