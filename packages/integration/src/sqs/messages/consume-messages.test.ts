import { type ArchEvent, InvalidInputError, UnexpectedResponseError } from '@arch/core';
import { pauseFor } from '@arch/core/builder';
import { describe, expect, expectTypeOf, it, vi } from 'vitest';

import { fakeQueue } from './__fixtures__/fake-queue.js';
import { awsMessage, queueUrl, queueWith, story } from './__fixtures__/queue-with.js';
import { consumeMessages, deleteMessage, type Message } from './index.js';

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

const ofTheHandler = new Error('of the handler');

describe('a handler', () => {
  it('receives each message, and the message is deleted after the handler has resolved', async () => {
    await using aws = queueWith([awsMessage('m1'), awsMessage('m2')], [awsMessage('m3')]);
    const handler = vi.fn(async ({ messageId }: Message) => {
      await pauseFor(10, { session: aws.session });
      if (messageId === 'm1') expect(story(aws)).toEqual(['ReceiveMessage']);
    });
    await consumeMessages({ queueUrl, handler, stopWhenEmpty: true, concurrency: 2 }, { session: aws.session });
    expect(handler.mock.calls.map(([{ body }]) => body)).toEqual(['body of m1', 'body of m2', 'body of m3']);
    const deletes = story(aws).flatMap((each) =>
      each.startsWith('DeleteMessageBatch ') ? each.split(' ').slice(1) : [],
    );
    expect(deletes.toSorted()).toEqual(['r1', 'r2', 'r3']);
  });

  it('affects only its own message if it throws', async () => {
    await using aws = fakeQueue({ bodies: ['good', 'bad', 'good'] });
    const failed = vi.fn();
    const handler = ({ body }: Message): void => {
      if (body === 'bad') throw ofTheHandler;
    };
    await consumeMessages({ queueUrl, handler, onFailed: failed, stopWhenEmpty: true }, { session: aws.session });
    expect(aws.messages.map(({ deleted }) => deleted)).toEqual([true, false, true]);
    expect(failed.mock.calls).toEqual([[ofTheHandler, expect.objectContaining({ messageId: 'm2', body: 'bad' })]]);
    expect(story(aws).some((each) => each.startsWith('Change'))).toBe(false);
  });

  it.each([
    ['a number', 7, 7],
    ['a function of the receive count', (count: number) => count * 2.5, 3],
    ["the maximum, if the function returns more than SQS's limit", () => 2 ** 40, 43_200],
  ])('that throws makes its message visible after %s', async (_what, retryAfterSeconds, seconds) => {
    await using aws = queueWith([awsMessage('m1', 'bad', { Attributes: { ApproximateReceiveCount: '1' } })]);
    const handler = (): never => {
      throw ofTheHandler;
    };
    await consumeMessages({ queueUrl, handler, retryAfterSeconds, stopWhenEmpty: true }, { session: aws.session });
    expect(aws.requests.find(({ operation }) => operation.startsWith('Change'))?.input['Entries']).toEqual([
      { Id: '0', ReceiptHandle: 'r1', VisibilityTimeout: seconds },
    ]);
  });

  it('can delete a failed message in onFailed', async () => {
    await using aws = fakeQueue({ bodies: ['bad'] });
    aws.on<{ ReceiptHandle: string }>('DeleteMessage', () => {
      aws.messages[0]!.deleted = true;
      return {};
    });
    const warned = vi.fn();
    const handler = (): never => {
      throw ofTheHandler;
    };
    const onFailed = (_error: unknown, message: Message): Promise<void> =>
      deleteMessage(message, { session: aws.session });
    const input = { queueUrl, handler, onFailed, retryAfterSeconds: 1, stopWhenEmpty: true };
    await consumeMessages(input, {
      session: aws.session,
      onEvent: (event) => event.type === 'warning' && warned(event),
    });
    expect(aws.messages[0]?.deleted).toBe(true);
    expect(warned).not.toHaveBeenCalled();
  });

  it.each([
    ['onFailed', { onFailed: () => Promise.reject(new Error('of onFailed')) }],
    ['retryAfterSeconds', { retryAfterSeconds: () => Number.NaN }],
  ])('continues after an error of %s, with a warning', async (name, wrong) => {
    await using aws = fakeQueue({ bodies: ['bad', 'good'] });
    const events: ArchEvent[] = [];
    const handler = ({ body }: Message): void => {
      if (body === 'bad') throw ofTheHandler;
    };
    const input = { queueUrl, handler, concurrency: 1, stopWhenEmpty: true, ...wrong };
    await consumeMessages(input, { session: aws.session, onEvent: (event) => void events.push(event) });
    expect(aws.messages.map(({ deleted }) => deleted)).toEqual([false, true]);
    expect(events.filter(({ type }) => type === 'warning')).toEqual([
      expect.objectContaining({ id: 'm1', message: expect.stringContaining(name) as string }),
    ]);
  });

  it('receives bodies with the type of the schema; messages that do not match have failed', async () => {
    const mixed = ['{"orderId":1}', 'secret text', '{"orderId":"three"}', '{"orderId":4}'];
    await using aws = fakeQueue({ bodies: mixed });
    const handled: number[] = [];
    const failed = vi.fn();
    await consumeMessages(
      {
        queueUrl,
        schema: order,
        handler: (message) => {
          expectTypeOf(message).toEqualTypeOf<Message<{ orderId: number }>>();
          handled.push(message.body.orderId);
        },
        onFailed: failed,
        stopWhenEmpty: true,
      },
      { session: aws.session },
    );
    expect(handled).toEqual([1, 4]);
    expect(aws.messages.map(({ deleted }) => deleted)).toEqual([true, false, false, true]);
    const [notJson, notMatching] = failed.mock.calls as [UnexpectedResponseError, Message][];
    expect(notJson?.[0]).toBeInstanceOf(UnexpectedResponseError);
    expect(notJson?.[0].message).toBe(
      'consumeMessages: the body of message m2 is not JSON: unknown format, 11 characters.',
    );
    expect(notMatching?.[0].message).toMatch(
      /^consumeMessages: the body of message m3 does not match the schema: orderId/,
    );
    expect(notMatching?.[1]).toMatchObject({ messageId: 'm3', queueUrl, body: '{"orderId":"three"}' });
  });
});

describe('receive requests', () => {
  it('request only as many messages as handlers are free', async () => {
    await using aws = fakeQueue({ bodies: Array.from({ length: 25 }, (_each, index) => String(index)) });
    let running = 0;
    const requested: (readonly [running: number, most: unknown])[] = [];
    const onEvent = ({ type }: ArchEvent): void => {
      const last = aws.requests.at(-1);
      if (type === 'attempt' && last?.operation === 'ReceiveMessage')
        requested.push([running, last.input['MaxNumberOfMessages']]);
    };
    const handler = async ({ body }: Message): Promise<void> => {
      running++;
      await pauseFor(100 + Number(body) * 10, { session: aws.session });
      running--;
    };
    const input = { queueUrl, handler, concurrency: 12, waitSeconds: 1, stopWhenEmpty: true };
    await consumeMessages(input, { session: aws.session, onEvent });
    expect(requested[0]).toEqual([0, 10]);
    expect(requested[1]).toEqual([10, 2]);
    for (const [busy, most] of requested) expect(busy + Number(most)).toBeLessThanOrEqual(12);
    expect(aws.messages.every(({ deleted }) => deleted)).toBe(true);
  });

  it('keep all slots busy: 40 messages of 100 ms take 400 ms in ten slots', async () => {
    await using aws = fakeQueue({ bodies: Array.from({ length: 40 }, (_each, index) => String(index)) });
    const stop = new AbortController();
    let handled = 0;
    let doneAtMs = 0;
    const handler = async (): Promise<void> => {
      await pauseFor(100, { session: aws.session });
      doneAtMs = aws.clock.elapsedMs;
      if (++handled === 40) stop.abort();
    };
    await consumeMessages({ queueUrl, handler, concurrency: 10 }, { session: aws.session, signal: stop.signal });
    expect(doneAtMs).toBe(400);
  });

  it('never start more handlers than concurrency, also if a response contains more messages', async () => {
    await using aws = queueWith(['m1', 'm2', 'm3', 'm4', 'm5'].map((id) => awsMessage(id)));
    let running = 0;
    let most = 0;
    const handler = async (): Promise<void> => {
      most = Math.max(most, ++running);
      await pauseFor(100, { session: aws.session });
      running--;
    };
    await consumeMessages({ queueUrl, handler, concurrency: 2, stopWhenEmpty: true }, { session: aws.session });
    expect(most).toBe(2);
  });
});

describe('a batch handler', () => {
  it('returns the failed messages, and all others are deleted in one request', async () => {
    await using aws = fakeQueue({ bodies: ['1', '2', '3', '4'] });
    const failed = vi.fn();
    const batchHandler = (messages: readonly Message[]): readonly Message[] =>
      messages.filter(({ body }) => body === '3');
    await consumeMessages({ queueUrl, batchHandler, onFailed: failed, stopWhenEmpty: true }, { session: aws.session });
    expect(aws.messages.map(({ deleted }) => deleted)).toEqual([true, true, false, true]);
    expect(aws.requests[0]?.input['MaxNumberOfMessages']).toBe(10);
    expect(failed.mock.calls).toMatchObject([[{ id: 'm3' }, { messageId: 'm3' }]]);
    expect(story(aws).filter((each) => each.startsWith('Delete'))).toEqual(['DeleteMessageBatch m1/1 m2/1 m4/1']);
  });

  it.each([
    ['throws', () => Promise.reject(ofTheHandler)],
    ['returns another value', () => true as never],
    ['returns a message that it did not receive', () => [{ receiptHandle: 'another' }]],
  ])('that %s has failed for all its messages', async (_what, batchHandler) => {
    await using aws = fakeQueue({ bodies: ['1', '2'] });
    const failed = vi.fn();
    await consumeMessages({ queueUrl, batchHandler, onFailed: failed, stopWhenEmpty: true }, { session: aws.session });
    expect(aws.messages.some(({ deleted }) => deleted)).toBe(false);
    expect(failed).toHaveBeenCalledTimes(2);
  });
});

describe('input', () => {
  const handler = (): void => undefined;

  it.each([
    ['without a handler', {}, 'consumeMessages: provide handler or batchHandler.'],
    [
      'with both',
      { handler, batchHandler: handler },
      /handler cannot be combined with batchHandler: provide one of them\./,
    ],
    ['with concurrency 0', { handler, concurrency: 0 }, /concurrency must be at least 1 \(got 0\)/],
    ['with a wait time above the limit', { handler, waitSeconds: 21 }, /waitSeconds must be at most 20 \(got 21\)/],
    ['with a visibility timeout above the limit', { handler, visibilityTimeoutSeconds: 43_201 }, /43201/],
    [
      'with extendVisibility and no visibility timeout',
      { handler, extendVisibility: true, visibilityTimeoutSeconds: 0 },
      /above 0 \(got 0\)/,
    ],
    ['with a negative retryAfterSeconds', { handler, retryAfterSeconds: -1 }, /retryAfterSeconds/],
    ['with handlerTimeoutMs 0', { handler, handlerTimeoutMs: 0 }, /handlerTimeoutMs must be at least 1 \(got 0\)/],
    ['with a negative drainMs', { handler, drainMs: -1 }, /drainMs must be at least 0 \(got -1\)/],
    [
      'with an unknown member',
      { handler, maxMessages: 3 },
      /unknown member maxMessages: the members are queueUrl, handler,/,
    ],
  ])('%s is rejected before anything is sent', async (_what, wrong, message) => {
    await using aws = queueWith();
    const call = consumeMessages({ queueUrl, ...wrong }, { session: aws.session });
    await expect(call).rejects.toThrow(InvalidInputError);
    await expect(call).rejects.toThrow(message);
    expect(aws.requests).toEqual([]);
  });
});
