import { UnexpectedResponseError } from '@arch/core';
import { expect, expectTypeOf, it, vi } from 'vitest';

import { awsMessage, queueUrl, queueWith, story } from './__fixtures__/queue-with.js';
import { type Message, receiveMessages } from './index.js';

const order = {
  '~standard': {
    version: 1 as const,
    vendor: 'test',
    validate: (value: unknown) =>
      typeof (value as { orderId?: unknown }).orderId === 'number'
        ? { value: value as { orderId: number } }
        : { issues: [{ message: 'Expected a number', path: ['orderId'] }] },
  },
};
const mixed = [
  awsMessage('m1', '{"orderId":1}'),
  awsMessage('m2', 'no JSON'),
  awsMessage('m3', '{"orderId":"three"}'),
  awsMessage('m4', '{"orderId":4}'),
];

it('a body is parsed as JSON and has the type of the schema', async () => {
  await using aws = queueWith(mixed);
  const messages = receiveMessages(
    { queueUrl, schema: order, maxMessages: 4, stopWhenEmpty: true },
    { session: aws.session },
  );
  expectTypeOf(messages.first).returns.resolves.toEqualTypeOf<Message<{ orderId: number }> | undefined>();
  expect((await messages.toArray()).map(({ body }) => body.orderId)).toEqual([1, 4]);
});

it('a message with an invalid body is passed to onInvalid, not deleted, and does not block others', async () => {
  await using aws = queueWith(mixed);
  const onInvalid = vi.fn();
  await receiveMessages(
    { queueUrl, schema: order, maxMessages: 4, onInvalid, stopWhenEmpty: true },
    { session: aws.session },
  ).toArray();
  const [noJson, noFit] = onInvalid.mock.calls as [UnexpectedResponseError, Message][];
  expect(noJson?.[0].message).toBe(
    'receiveMessages: the body of message m2 is not JSON: unknown format, 7 characters.',
  );
  expect(noFit?.[0].message).toMatch(/the body of message m3 does not match the schema: orderId is a string/);
  expect(noFit?.[1]).toMatchObject({ messageId: 'm3', receiptHandle: 'r3', body: '{"orderId":"three"}' });
});

it('a message with an invalid body ends the stream if onInvalid throws', async () => {
  await using aws = queueWith(mixed);
  const onInvalid = (error: Error): never => {
    throw error;
  };
  const all = receiveMessages({ queueUrl, schema: order, onInvalid }, { session: aws.session }).toArray();
  await expect(all).rejects.toThrow(UnexpectedResponseError);
  expect(story(aws)).toEqual(['ReceiveMessage']);
});

it('a message with an invalid body blocks only its own group of a FIFO queue', async () => {
  const group = (name: string): object => ({ Attributes: { MessageGroupId: name } });
  await using aws = queueWith([
    awsMessage('m1', 'no JSON', group('a')),
    awsMessage('m2', '{"orderId":2}', group('a')),
    awsMessage('m3', '{"orderId":3}', group('b')),
  ]);
  const input = { queueUrl: `${queueUrl}.fifo`, schema: order, maxMessages: 3, stopWhenEmpty: true };
  const messages = await receiveMessages(input, { session: aws.session }).toArray();
  expect(messages.map(({ messageId }) => messageId)).toEqual(['m3']);
});

it('a message with a damaged body is skipped like a message with an invalid body', async () => {
  await using aws = queueWith([awsMessage('m1', 'hello', { MD5OfBody: '0'.repeat(32) }), awsMessage('m2')]);
  const onInvalid = vi.fn();
  const messages = await receiveMessages(
    { queueUrl, onInvalid, stopWhenEmpty: true },
    { session: aws.session },
  ).toArray();
  expect(messages.map(({ messageId }) => messageId)).toEqual(['m2']);
  expect(onInvalid.mock.calls[0]?.[0]).toMatchObject({ id: 'm1' });
});
