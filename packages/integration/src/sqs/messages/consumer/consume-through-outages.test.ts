import { AccessDeniedError, type ArchEvent, ConflictError, CredentialsError, NotFoundError } from '@arch/core';
import { pauseFor } from '@arch/core/builder';
import { type Answer, awsError, fault } from '@arch/core/testing';
import { describe, expect, it, vi } from 'vitest';

import { fakeQueue } from '../__fixtures__/fake-queue.js';
import { awsMessage, queueUrl, queueWith, story } from '../__fixtures__/queue-with.js';
import { consumeMessages } from '../index.js';

const handler = (): void => undefined;

describe('an outage', () => {
  it.each<[string, Answer]>([
    ['throttling', fault('throttle')],
    ['a broken connection', fault('reset')],
    ['a name that cannot be resolved', fault('unknown-host')],
    ['a server error of AWS', fault('500')],
    ["a proxy's page", fault('html-502')],
    ["a response that is not AWS's", fault('garbage')],
    ['a missing response', fault('hang')],
    ['too many messages in flight', awsError('OverLimit', 'Too many.', { status: 403 })],
  ])(
    'of receive requests does not end the consumer: %s leads to increasing pauses with a warning each',
    async (_what, answer) => {
      await using aws = fakeQueue({ bodies: ['1'] });
      for (let time = 0; time < 8; time++) aws.once('ReceiveMessage', answer);
      const warnings: ArchEvent[] = [];
      const onEvent = (event: ArchEvent): void => void (event.type === 'warning' && warnings.push(event));
      await consumeMessages({ queueUrl: aws.url, handler, stopWhenEmpty: true }, { session: aws.session, onEvent });
      expect(aws.messages[0]?.deleted).toBe(true);
      expect(warnings).toHaveLength(8);
      const pauses = warnings.map((each) => Number(/in (\d+) ms/.exec((each as { message: string }).message)?.[1]));
      for (const [index, ms] of pauses.entries()) {
        const most = Math.min(30_000, 500 * 2 ** index);
        expect(ms).toBeGreaterThanOrEqual(most / 2);
        expect(ms).toBeLessThanOrEqual(most);
      }
      expect(new Set(pauses).size).toBeGreaterThan(1);
    },
  );

  it('of deletes does not end the consumer: it retries them until they succeed, and the message stays hidden', async () => {
    await using aws = fakeQueue({ bodies: ['1', '2'] });
    for (let time = 0; time < 6; time++) aws.once('DeleteMessageBatch', fault('500'));
    const warnings = vi.fn();
    const onEvent = (event: ArchEvent): void => void (event.type === 'warning' && warnings(event.message));
    const stop = new AbortController();
    const consuming = consumeMessages(
      { queueUrl: aws.url, handler, visibilityTimeoutSeconds: 5, waitSeconds: 1 },
      { session: aws.session, signal: stop.signal, onEvent },
    );
    await expect.poll(() => aws.messages.every(({ deleted }) => deleted), { timeout: 20_000 }).toBe(true);
    stop.abort();
    await consuming;
    expect(aws.messages.map(({ receives }) => receives)).toEqual([1, 1]);
    expect(warnings).toHaveBeenCalledWith(
      'consumeMessages: message m1 was handled, but could not be deleted; the delete is retried.',
    );
  });

  it('of one delete in a batch leads to a warning for its message', async () => {
    await using aws = queueWith([awsMessage('m1'), awsMessage('m2')]);
    aws.on('DeleteMessageBatch', {
      Successful: [{ Id: '0' }],
      Failed: [
        { Id: '1', Code: 'ReceiptHandleIsInvalid', SenderFault: true, Message: 'The receipt handle has expired.' },
      ],
    });
    const warnings: ArchEvent[] = [];
    const onEvent = (event: ArchEvent): void => void (event.type === 'warning' && warnings.push(event));
    await consumeMessages({ queueUrl, handler, stopWhenEmpty: true }, { session: aws.session, onEvent });
    expect(warnings).toEqual([
      expect.objectContaining({
        id: 'm2',
        message: 'consumeMessages: message m2 was handled, but could not be deleted; SQS may deliver it again.',
        error: expect.objectContaining({ code: 'ReceiptHandleIsInvalid' }) as Error,
      }),
    ]);
  });

  it('of the renewal of credentials does not end the consumer after messages were received', async () => {
    await using aws = fakeQueue({ bodies: ['1', '2'] });
    aws.once('ReceiveMessage', { Messages: [] });
    aws.once('ReceiveMessage', awsError('ExpiredToken', 'Expired.', { status: 403 }));
    const stop = new AbortController();
    const consuming = consumeMessages(
      { queueUrl: aws.url, handler, waitSeconds: 1 },
      { session: aws.session, signal: stop.signal },
    );
    await expect.poll(() => aws.messages.every(({ deleted }) => deleted), { timeout: 20_000 }).toBe(true);
    stop.abort();
    await consuming;
  });
});

describe('an error that retries cannot resolve', () => {
  const denied = awsError('AccessDenied', 'No.', { status: 403 });

  it.each([
    ['a queue that does not exist', awsError('AWS.SimpleQueueService.NonExistentQueue', 'None.'), NotFoundError],
    ['access denied', denied, AccessDeniedError],
    ['wrong keys at the start', awsError('InvalidClientTokenId', 'No.', { status: 403 }), CredentialsError],
  ])('ends the consumer: %s', async (_what, answer, type) => {
    await using aws = queueWith();
    aws.on('ReceiveMessage', answer);
    const call = consumeMessages({ queueUrl, handler }, { session: aws.session });
    await expect(call).rejects.toThrow(type);
    await expect(call).rejects.toThrow(/^consumeMessages: /);
    expect(story(aws)).toEqual(['ReceiveMessage']);
  });

  it('ends the consumer after running handlers have finished and their messages are deleted', async () => {
    await using aws = fakeQueue({ bodies: ['1'] });
    const slow = async (): Promise<void> => {
      aws.on('ReceiveMessage', denied);
      await pauseFor(5_000, { session: aws.session });
    };
    const call = consumeMessages({ queueUrl: aws.url, handler: slow }, { session: aws.session });
    await expect(call).rejects.toThrow(AccessDeniedError);
    expect(aws.messages[0]?.deleted).toBe(true);
  });

  it('ends the consumer if deletes are denied, because it would handle the same messages repeatedly', async () => {
    await using aws = fakeQueue({ bodies: ['1'] });
    aws.on('DeleteMessageBatch', denied);
    const call = consumeMessages({ queueUrl: aws.url, handler }, { session: aws.session });
    await expect(call).rejects.toThrow(/^consumeMessages: .*sqs:DeleteMessage/);
    expect(aws.messages[0]).toMatchObject({ deleted: false, receives: 1 });
  });

  it('is not a temporary state of the queue', async () => {
    await using aws = fakeQueue({ bodies: ['1'] });
    aws.once('ReceiveMessage', awsError('AWS.SimpleQueueService.PurgeQueueInProgress', 'Purging.', { status: 403 }));
    const call = consumeMessages({ queueUrl: aws.url, handler, stopWhenEmpty: true }, { session: aws.session });
    await expect(call).resolves.not.toBeInstanceOf(ConflictError);
    expect(aws.messages[0]?.deleted).toBe(true);
  });
});
