import { pauseFor } from '@arch/core/builder';
import { fault } from '@arch/core/testing';
import { expect, it, vi } from 'vitest';

import { fakeQueue } from '../__fixtures__/fake-queue.js';
import { queueUrl, queueWith, story } from '../__fixtures__/queue-with.js';
import { consumeMessages, type Message } from '../index.js';

it('handles the messages of a group one after the other, and several groups at the same time', async () => {
  const groups = ['a', 'a', 'b', 'a', 'b'];
  await using aws = fakeQueue({ bodies: ['1', '2', '3', '4', '5'], groups });
  const running = new Map<string, number>();
  const order: string[] = [];
  let most = 0;
  const handler = async ({ body, groupId = '' }: Message): Promise<void> => {
    expect(running.get(groupId) ?? 0).toBe(0);
    running.set(groupId, 1);
    most = Math.max(
      most,
      [...running.values()].reduce((sum, each) => sum + each, 0),
    );
    await pauseFor(100, { session: aws.session });
    order.push(`${groupId}${body}`);
    running.set(groupId, 0);
  };
  await consumeMessages({ queueUrl: aws.url, handler, stopWhenEmpty: true }, { session: aws.session });
  expect(order.filter((each) => each.startsWith('a'))).toEqual(['a1', 'a2', 'a4']);
  expect(order.filter((each) => each.startsWith('b'))).toEqual(['b3', 'b5']);
  expect(most).toBe(2);
});

it('returns the received messages of a group after a failure, and handles the other groups', async () => {
  await using aws = fakeQueue({ bodies: ['1', 'bad', '3', '4'], groups: ['a', 'a', 'a', 'b'] });
  const handled: string[] = [];
  const handler = ({ body }: Message): void => {
    handled.push(body);
    if (body === 'bad') throw new Error('of the handler');
  };
  await consumeMessages({ queueUrl: aws.url, handler, stopWhenEmpty: true, waitSeconds: 1 }, { session: aws.session });
  expect(handled.toSorted()).toEqual(['1', '4', 'bad']);
  expect(aws.messages.map(({ deleted }) => deleted)).toEqual([true, false, false, true]);
  expect(story(aws)).toContain('ChangeMessageVisibilityBatch m3/1');
});

it('receives one message at a time after a failure, so that the receive counts of other messages do not increase', async () => {
  await using aws = fakeQueue({ bodies: ['bad', '2', '3'], groups: ['a', 'a', 'a'] });
  const handled: string[] = [];
  const handler = ({ body, approximateReceiveCount = 0 }: Message): void => {
    handled.push(body);
    if (body === 'bad' && approximateReceiveCount < 4) throw new Error('of the handler');
  };
  const input = { queueUrl: aws.url, handler, retryAfterSeconds: 0, stopWhenEmpty: true };
  await consumeMessages(input, { session: aws.session });
  expect(handled).toEqual(['bad', 'bad', 'bad', 'bad', '2', '3']);
  expect(aws.messages.map(({ receives }) => receives)).toEqual([4, 2, 2]);
});

it('blocks only the group of a message with an invalid body', async () => {
  const schema = { '~standard': { version: 1 as const, vendor: 'test', validate: (value: unknown) => ({ value }) } };
  await using aws = fakeQueue({ bodies: ['no JSON', '2', '3'], groups: ['a', 'a', 'b'] });
  const handled: unknown[] = [];
  const batchHandler = (messages: readonly Message<unknown>[]): void =>
    void handled.push(...messages.map(({ body }) => body));
  await consumeMessages(
    { queueUrl: aws.url, schema, batchHandler, stopWhenEmpty: true, waitSeconds: 1 },
    { session: aws.session },
  );
  expect(handled).toEqual([3]);
  expect(aws.messages.map(({ deleted }) => deleted)).toEqual([false, false, true]);
});

it('does not delete messages that a batch handler handled behind a failed message of their group', async () => {
  await using aws = fakeQueue({ bodies: ['1', '2', '3', '4'], groups: ['a', 'a', 'a', 'b'] });
  const failed = vi.fn();
  const batchHandler = (messages: readonly Message[]): readonly Message[] =>
    messages.filter(({ body }) => body === '2');
  await consumeMessages(
    { queueUrl: aws.url, batchHandler, onFailed: failed, stopWhenEmpty: true, waitSeconds: 1 },
    { session: aws.session },
  );
  expect(aws.messages.map(({ deleted }) => deleted)).toEqual([true, false, false, true]);
  expect(failed.mock.calls.map(([, message]: Message[]) => message?.messageId)).toEqual(['m2', 'm3']);
});

it('ignores the order of groups in a standard queue', async () => {
  await using aws = fakeQueue({ bodies: ['bad', '2', '3'], groups: ['a', 'a', 'a'] });
  const handler = vi.fn(({ body }: Message) => {
    if (body === 'bad') throw new Error('of the handler');
  });
  await consumeMessages({ queueUrl, handler, stopWhenEmpty: true, waitSeconds: 1 }, { session: aws.session });
  expect(handler).toHaveBeenCalledTimes(3);
  expect(aws.messages.map(({ deleted }) => deleted)).toEqual([false, true, true]);
});

it('retries with the same attempt ID after a lost response, and then uses a new one', async () => {
  await using aws = queueWith();
  const stop = new AbortController();
  aws.once('ReceiveMessage', fault('reset'));
  aws.on('ReceiveMessage', (_input, { attempt }) => {
    if (attempt === 3) stop.abort();
    return {};
  });
  await consumeMessages(
    { queueUrl: `${queueUrl}.fifo`, handler: vi.fn() },
    { session: aws.session, signal: stop.signal },
  );
  const [first, second, third] = aws.requests.map(({ input }) => input['ReceiveRequestAttemptId']);
  expect(first).toMatch(/^[\w-]{36}$/);
  expect(second).toBe(first);
  expect(third).not.toBe(first);
});
