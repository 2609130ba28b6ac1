import { setTimeout as pause } from 'node:timers/promises';

import { AlreadyExistsError, NotFoundError } from '@arch/core';
import { expect, it, vi } from 'vitest';

import { createQueue, deleteQueue, describeQueue, listQueues } from '../queues/index.js';
import {
  changeMessageVisibility,
  consumeMessages,
  deleteMessage,
  type Message,
  receiveMessages,
  sendMessage,
  sendMessages,
} from './index.js';

it('sends messages and handles each once, several at the same time', async () => {
  const { queueUrl } = await createQueue('messages-local');
  const messages = Array.from({ length: 40 }, (_each, index) => ({ json: { index } }));
  expect(await sendMessages({ queueUrl, messages })).toHaveLength(40);
  const handled: number[] = [];
  let running = 0;
  let most = 0;
  const handler = async ({ body }: Message): Promise<void> => {
    most = Math.max(most, ++running);
    await pause(100);
    running--;
    handled.push((JSON.parse(body) as { index: number }).index);
  };
  await consumeMessages({ queueUrl, handler, concurrency: 10, waitSeconds: 1, stopWhenEmpty: true });
  expect(handled.toSorted((one, other) => one - other)).toEqual(messages.map(({ json }) => json.index));
  expect(most).toBe(10);
  expect(await describeQueue(queueUrl)).toMatchObject({
    approximateNumberOfMessages: 0,
    approximateNumberOfMessagesNotVisible: 0,
  });
  await deleteQueue(queueUrl);
});

it('receives messages with their attributes, and deletes only those that the loop deletes', async () => {
  const { queueUrl } = await createQueue('received-local');
  await sendMessage({ queueUrl, body: 'hello', attributes: { kind: 'last', count: 3 } });
  for await (const message of receiveMessages({ queueUrl, waitSeconds: 1 })) {
    expect(message).toMatchObject({ attributes: { kind: 'last', count: 3 }, approximateReceiveCount: 1 });
    await changeMessageVisibility(message, 0);
    break;
  }
  for await (const message of receiveMessages({ queueUrl, waitSeconds: 1, stopWhenEmpty: true })) {
    expect(message.approximateReceiveCount).toBe(2);
    await deleteMessage(message);
  }
  expect(await describeQueue(queueUrl)).toMatchObject({
    approximateNumberOfMessages: 0,
    approximateNumberOfMessagesNotVisible: 0,
  });
  await deleteQueue(queueUrl);
});

it('moves only the message that always fails to the dead-letter queue', async () => {
  const { queueUrl, deadLetterQueue } = await createQueue({
    queueName: 'failing-local',
    deadLetterQueue: { maxReceiveCount: 2 },
  });
  await sendMessages({
    queueUrl,
    messages: [{ body: 'poison' }, ...Array.from({ length: 9 }, () => ({ body: 'good' }))],
  });
  const handled: string[] = [];
  const handler = ({ body }: Message): void => {
    handled.push(body);
    if (body === 'poison') throw new Error('of the handler');
  };
  await consumeMessages({ queueUrl, handler, retryAfterSeconds: 0, waitSeconds: 1, stopWhenEmpty: true });
  expect(handled.filter((body) => body === 'good')).toHaveLength(9);
  expect(handled.filter((body) => body === 'poison')).toHaveLength(2);
  const letters: string[] = [];
  const read = ({ body }: Message): void => void letters.push(body);
  const deadLetters = deadLetterQueue?.queueUrl ?? '';
  await consumeMessages({ queueUrl: deadLetters, handler: read, waitSeconds: 1, stopWhenEmpty: true });
  expect(letters).toEqual(['poison']);
  const names = (await listQueues({ queueNamePrefix: 'failing-local' }).toArray()).map(({ queueName }) => queueName);
  expect(names.toSorted()).toEqual(['failing-local', 'failing-local-dlq']);
});

it('keeps messages hidden while their handlers run, with the visibility timeout of the queue', async () => {
  const { queueUrl } = await createQueue({ queueName: 'hidden-local', visibilityTimeoutSeconds: 2 });
  await sendMessages({ queueUrl, messages: [{ body: 'slow' }, { body: 'slow' }] });
  const handler = vi.fn(() => pause(5_000));
  await consumeMessages({ queueUrl, handler, waitSeconds: 1, stopWhenEmpty: true });
  expect(handler).toHaveBeenCalledTimes(2);
  await deleteQueue(queueUrl);
});

it('returns the messages of the current request to the queue after a stop', async () => {
  const { queueUrl } = await createQueue('stopped-local');
  const stop = new AbortController();
  const handler = vi.fn();
  const consuming = consumeMessages({ queueUrl, handler, waitSeconds: 5 }, { signal: stop.signal });
  await pause(500);
  stop.abort();
  await sendMessage({ queueUrl, body: 'hello' });
  await consuming;
  expect(handler).not.toHaveBeenCalled();
  const [message] = await receiveMessages({ queueUrl, waitSeconds: 1 }).toArray({ limit: 1 });
  expect(message?.body).toBe('hello');
  await deleteQueue(queueUrl);
});

it('keeps the order of a group in a FIFO queue and drops duplicates', async () => {
  const { queueUrl } = await createQueue({ queueName: 'ordered-local.fifo', contentBasedDeduplication: true });
  const messages = ['a', 'b', 'b', 'c'].map((body) => ({ body, groupId: 'one' }));
  await sendMessages({ queueUrl, messages });
  const received: Message[] = [];
  const handler = (message: Message): void => void received.push(message);
  await consumeMessages({ queueUrl, handler, waitSeconds: 1, stopWhenEmpty: true });
  expect(received.map(({ body }) => body)).toEqual(['a', 'b', 'c']);
  expect(received[0]).toMatchObject({ groupId: 'one' });
});

it('creates a queue once, and throws AlreadyExistsError for other attributes', async () => {
  const first = await createQueue('once-local');
  expect((await createQueue('once-local')).queueUrl).toBe(first.queueUrl);
  const other = createQueue({ queueName: 'once-local', visibilityTimeoutSeconds: 5 });
  await expect(other).rejects.toThrow(AlreadyExistsError);
  await expect(describeQueue('never-made-local')).rejects.toThrow(NotFoundError);
});
