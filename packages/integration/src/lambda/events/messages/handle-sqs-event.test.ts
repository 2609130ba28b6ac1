import { expect, it, vi } from 'vitest';

import { handleSqsEvent } from '../../index.js';
import { sqsMessage } from '../__fixtures__/sqs-message.js';

const fifo = (records: readonly object[]): object => ({
  Records: records.map((record) => ({ ...record, eventSourceARN: 'arn:aws:sqs:eu-west-1:123456789012:orders.fifo' })),
});

it('of a FIFO queue is handled in order, and the rest of a group returns with its failed message', async () => {
  const group = (id: string, name: string): object => sqsMessage(id, id, { MessageGroupId: name });
  const handled: string[] = [];
  const print = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const response = await handleSqsEvent(
    fifo([group('1', 'a'), group('2', 'a'), group('3', 'a'), group('4', 'b')]),
    ({ body }) => {
      if (body === '2') throw new Error('no');
      handled.push(body);
    },
  );
  expect(response.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(['2', '3']);
  expect(handled.sort()).toEqual(['1', '4']);
  expect(print).toHaveBeenCalledWith('message 2 returns to the queue: Error: no\n');
  print.mockRestore();
});

it('of a standard queue has no order, also with groups', async () => {
  const group = (id: string): object => sqsMessage(id, id, { MessageGroupId: 'tenant-1' });
  const handled: string[] = [];
  const response = await handleSqsEvent(
    { Records: [group('1'), group('2'), group('3')] },
    ({ body }) => {
      handled.push(body);
      if (body === '1') throw new Error('no');
    },
    { onError: () => undefined },
  );
  expect(handled.sort()).toEqual(['1', '2', '3']);
  expect(response.batchItemFailures).toEqual([{ itemIdentifier: '1' }]);
});

it('returns only failed messages, also if onError throws', async () => {
  const print = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const response = await handleSqsEvent(
    { Records: [sqsMessage('1', 'a'), sqsMessage('2', 'b')] },
    ({ body }) => {
      if (body === 'a') throw new Error('no');
    },
    {
      onError: () => {
        throw new Error('of the listener');
      },
    },
  );
  expect(response.batchItemFailures).toEqual([{ itemIdentifier: '1' }]);
  expect(print).toHaveBeenCalledWith(expect.stringContaining('of the listener'));
  print.mockRestore();
});
