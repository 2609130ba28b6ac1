import type { ArchEvent, SessionOptions } from '@arch/core';
import { pauseFor } from '@arch/core/builder';
import { awsError, fault } from '@arch/core/testing';
import { describe, expect, it, vi } from 'vitest';

import { fakeQueue } from '../__fixtures__/fake-queue.js';
import { story } from '../__fixtures__/queue-with.js';
import { consumeMessages, receiveMessages } from '../index.js';

const warnings = (): { readonly texts: string[]; readonly session: SessionOptions } => {
  const texts: string[] = [];
  const onEvent = (event: ArchEvent): void => void (event.type === 'warning' && texts.push(event.message));
  return { texts, session: { onEvent } };
};

describe('a slow handler', () => {
  it('keeps its message hidden exactly as long as it runs', async () => {
    await using aws = fakeQueue({ bodies: ['1'] });
    const handler = (): Promise<void> => pauseFor(60_000, { session: aws.session });
    const input = { queueUrl: aws.url, handler, visibilityTimeoutSeconds: 20, stopWhenEmpty: true };
    await consumeMessages(input, { session: aws.session });
    expect(aws.messages[0]).toMatchObject({ deleted: true, receives: 1 });
    const changes = aws.requests.filter(({ operation }) => operation === 'ChangeMessageVisibilityBatch');
    expect(changes.map(({ atMs }) => atMs)).toEqual([10_000, 20_000, 30_000, 40_000, 50_000]);
    expect(changes[0]?.input['Entries']).toMatchObject([{ VisibilityTimeout: 20 }]);
  });

  it('uses the visibility timeout of the queue by default, which is read once', async () => {
    await using aws = fakeQueue({ bodies: ['1', '2'], visibilityTimeoutSeconds: 40 });
    const handler = (): Promise<void> => pauseFor(50_000, { session: aws.session });
    await consumeMessages({ queueUrl: aws.url, handler, stopWhenEmpty: true }, { session: aws.session });
    expect(aws.messages.every(({ deleted, receives }) => deleted && receives === 1)).toBe(true);
    expect(story(aws).filter((each) => each.startsWith('Get') || each.startsWith('Change'))).toEqual([
      'GetQueueAttributes',
      'ChangeMessageVisibilityBatch m1/1 m2/1',
      'ChangeMessageVisibilityBatch m1/1 m2/1',
    ]);
  });

  it('assumes a visibility timeout of 30 seconds if reading it is denied, with a warning', async () => {
    const { texts, session } = warnings();
    await using aws = fakeQueue({ bodies: ['1'], session });
    aws.on('GetQueueAttributes', awsError('AccessDenied', 'No.', { status: 403 }));
    const handler = (): Promise<void> => pauseFor(20_000, { session: aws.session });
    await consumeMessages({ queueUrl: aws.url, handler, stopWhenEmpty: true }, { session: aws.session });
    expect(texts).toEqual([expect.stringContaining('Allow sqs:GetQueueAttributes')]);
    expect(aws.requests.find(({ operation }) => operation.startsWith('Change'))?.atMs).toBe(15_000);
  });

  it('does not keep its message hidden with extendVisibility: false', async () => {
    await using aws = fakeQueue({ bodies: ['1'] });
    const handler = (): Promise<void> => pauseFor(20_000, { session: aws.session });
    const input = { queueUrl: aws.url, handler, extendVisibility: false, stopWhenEmpty: true };
    await consumeMessages(input, { session: aws.session });
    expect(story(aws).filter((each) => !each.startsWith('Receive'))).toEqual(['DeleteMessageBatch m1/1']);
  });

  it('causes a warning and a retry if hiding its message fails', async () => {
    const { texts, session } = warnings();
    await using aws = fakeQueue({ bodies: ['1'], session });
    for (let time = 0; time < 2; time++) aws.once('ChangeMessageVisibilityBatch', fault('500'));
    const handler = (): Promise<void> => pauseFor(30_000, { session: aws.session });
    const input = { queueUrl: aws.url, handler, visibilityTimeoutSeconds: 20, stopWhenEmpty: true };
    await consumeMessages(input, { session: aws.session });
    const text = 'consumeMessages: message m1 could not be hidden for longer; the request is retried.';
    expect(texts).toEqual([text, text]);
    expect(aws.messages[0]).toMatchObject({ deleted: true, receives: 1 });
  });

  it('causes one warning if hiding its message is denied, and continues', async () => {
    const { texts, session } = warnings();
    await using aws = fakeQueue({ bodies: ['1'], session });
    aws.on('ChangeMessageVisibilityBatch', awsError('AccessDenied', 'No.', { status: 403 }));
    const handler = (): Promise<void> => pauseFor(60_000, { session: aws.session });
    const input = { queueUrl: aws.url, handler, visibilityTimeoutSeconds: 100, stopWhenEmpty: true };
    await consumeMessages(input, { session: aws.session });
    expect(texts).toEqual([expect.stringContaining('message m1 cannot be hidden for longer: another consumer may')]);
    expect(aws.messages[0]?.deleted).toBe(true);
  });

  it('receives an abort after handlerTimeoutMs, keeps its slot until it settles, and has then failed', async () => {
    await using aws = fakeQueue({ bodies: ['slow', 'next'] });
    const failed = vi.fn();
    const settledAt: number[] = [];
    const handler = async ({ body }: { body: string }, { signal }: { signal: AbortSignal }): Promise<void> => {
      if (body === 'next') return void expect(settledAt).toEqual([70_000]);
      await pauseFor(70_000, { session: aws.session });
      expect(signal.reason).toMatchObject({ name: 'DeadlineError', limitMs: 1_000 });
      settledAt.push(aws.clock.elapsedMs);
    };
    const input = { queueUrl: aws.url, handler, handlerTimeoutMs: 1_000, concurrency: 1, onFailed: failed };
    const more = { visibilityTimeoutSeconds: 20, retryAfterSeconds: 600, stopWhenEmpty: true };
    await consumeMessages({ ...input, ...more }, { session: aws.session });
    expect(aws.messages).toMatchObject([{ deleted: false, receives: 1 }, { deleted: true }]);
    expect(failed.mock.calls).toEqual([
      [expect.objectContaining({ name: 'DeadlineError' }), expect.objectContaining({ messageId: 'm1' })],
    ]);
    expect(aws.messages[0]?.visibleAtMs).toBeGreaterThanOrEqual(aws.clock.now() + 500_000);
  });
});

it('a loop keeps its messages hidden until it requests the next one', async () => {
  await using aws = fakeQueue({ bodies: ['1', '2'] });
  const input = { queueUrl: aws.url, maxMessages: 2, visibilityTimeoutSeconds: 20, extendVisibility: true };
  let count = 0;
  for await (const _message of receiveMessages(input, { session: aws.session })) {
    await pauseFor(15_000, { session: aws.session });
    if (++count === 2) break;
  }
  expect(story(aws)).toEqual([
    'ReceiveMessage',
    'ChangeMessageVisibilityBatch m1/1 m2/1',
    'ChangeMessageVisibilityBatch m2/1',
  ]);
});
