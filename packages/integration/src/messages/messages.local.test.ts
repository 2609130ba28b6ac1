import { AlreadyExistsError, NotFoundError } from '@arch/core';
import { expect, it } from 'vitest';

import { createQueue, deleteQueue, describeQueue, listQueues } from '../queues/index.js';
import { receiveMessages, sendMessage, sendMessages } from './index.js';

it('sends messages, and receives each once', async () => {
  const { queueUrl } = await createQueue('messages-local');
  const messages = Array.from({ length: 12 }, (_each, index) => ({ json: { index } }));
  expect(await sendMessages({ queueUrl, messages })).toHaveLength(12);
  await sendMessage({ queueUrl, body: '{"index":12}', attributes: { kind: 'last', count: 3 } });
  const received = await receiveMessages({ queueUrl, waitSeconds: 1, stopWhenEmpty: true }).toArray();
  const indexes = received.map(({ body }) => (JSON.parse(body) as { index: number }).index);
  expect(indexes.toSorted((one, other) => one - other)).toEqual(Array.from({ length: 13 }, (_each, index) => index));
  expect(received.find(({ body }) => body === '{"index":12}')).toMatchObject({
    attributes: { kind: 'last', count: 3 },
    approximateReceiveCount: 1,
  });
  expect(await describeQueue(queueUrl)).toMatchObject({
    approximateNumberOfMessages: 0,
    approximateNumberOfMessagesNotVisible: 0,
  });
  await deleteQueue(queueUrl);
});

it('moves a message that no one could handle to the dead-letter queue', async () => {
  const { queueUrl, deadLetterQueue } = await createQueue({
    queueName: 'failing-local',
    deadLetterQueue: { maxReceiveCount: 2 },
  });
  await sendMessage({ queueUrl, body: 'hello' });
  for (const time of [1, 2]) {
    const work = async (): Promise<void> => {
      for await (const message of receiveMessages({ queueUrl, waitSeconds: 1 })) {
        expect(message.approximateReceiveCount).toBe(time);
        throw new Error('failed');
      }
    };
    await expect(work()).rejects.toThrow('failed');
  }
  expect(await receiveMessages({ queueUrl, waitSeconds: 1, stopWhenEmpty: true }).toArray()).toEqual([]);
  const letters = receiveMessages({ queueUrl: deadLetterQueue?.queueUrl ?? '', waitSeconds: 1, stopWhenEmpty: true });
  expect((await letters.toArray()).map(({ body }) => body)).toEqual(['hello']);
  const names = (await listQueues({ queueNamePrefix: 'failing-local' }).toArray()).map(({ queueName }) => queueName);
  expect(names.toSorted()).toEqual(['failing-local', 'failing-local-dlq']);
});

it('keeps the order of a group in a FIFO queue, and drops duplicates', async () => {
  const { queueUrl } = await createQueue({ queueName: 'ordered-local.fifo', contentBasedDeduplication: true });
  const messages = ['a', 'b', 'b', 'c'].map((body) => ({ body, groupId: 'one' }));
  await sendMessages({ queueUrl, messages });
  const received = await receiveMessages({ queueUrl, waitSeconds: 1, stopWhenEmpty: true }).toArray();
  expect(received.map(({ body }) => body)).toEqual(['a', 'b', 'c']);
  expect(received[0]).toMatchObject({ groupId: 'one' });
});

it('makes a queue once, and tells one that differs', async () => {
  const first = await createQueue('once-local');
  expect((await createQueue('once-local')).queueUrl).toBe(first.queueUrl);
  const other = createQueue({ queueName: 'once-local', visibilityTimeoutSeconds: 5 });
  await expect(other).rejects.toThrow(AlreadyExistsError);
  await expect(describeQueue('never-made-local')).rejects.toThrow(NotFoundError);
});
