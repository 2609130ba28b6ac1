import { UnexpectedResponseError } from '@arch/core';
import { parseJson, readAs, type StandardSchema } from '@arch/core/builder';

import { hasMd5 } from '../clients/md5.js';
import type { Message, ReceivedMessage } from './message.js';

/** A message as the consumer gets it: its body is a text, or JSON read by the schema. */
export const toMessage = async <Body>(
  received: ReceivedMessage,
  queueUrl: string,
  schema: StandardSchema<Body> | undefined,
): Promise<Message<Body | string>> => {
  const { body: text, messageId, aws } = received;
  if (!hasMd5(text, aws['MD5OfBody'] as string | undefined))
    throw new UnexpectedResponseError(`receiveMessages: the body of message ${messageId} does not have its MD5.`, {
      operation: 'receiveMessages',
      id: messageId,
    });
  const body = schema ? await readBody(received, schema) : text;
  return withAws({ ...received, queueUrl, body }, received);
};

/** A message whose body cannot be read, as it came. */
export const asItCame = (received: ReceivedMessage, queueUrl: string): Message =>
  withAws({ ...received, queueUrl }, received);

const withAws = <Value extends object>(value: Value, { aws }: ReceivedMessage): Value =>
  Object.defineProperty(value, 'aws', { value: aws, enumerable: false });

const readBody = <Body>({ body, messageId }: ReceivedMessage, schema: StandardSchema<Body>): Promise<Body> => {
  const what = `the body of message ${messageId}`;
  return readAs(schema, parse(body, what), { operation: 'receiveMessages', what });
};

const parse = (body: string, what: string): unknown => {
  try {
    return parseJson(body);
  } catch (error) {
    throw new UnexpectedResponseError(`receiveMessages: ${what} is no JSON: ${(error as Error).message}.`, {
      operation: 'receiveMessages',
      cause: error,
    });
  }
};
