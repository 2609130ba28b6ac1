import type { ArchEvent } from '@arch/core';
import { pauseFor } from '@arch/core/builder';
import { delayed, fault } from '@arch/core/testing';
import { describe, expect, it, vi } from 'vitest';

import { fakeQueue } from '../__fixtures__/fake-queue.js';
import { awsMessage, queueUrl, queueWith, story } from '../__fixtures__/queue-with.js';
import { consumeMessages } from '../index.js';

const never = (): Promise<never> => new Promise(() => undefined);

describe('a consumer that is stopped', () => {
  it('sends nothing if the signal is already aborted', async () => {
    await using aws = queueWith([awsMessage('m1')]);
    const stop = new AbortController();
    const consuming = consumeMessages({ queueUrl, handler: vi.fn() }, { session: aws.session, signal: stop.signal });
    stop.abort();
    await consuming;
    expect(aws.requests).toEqual([]);
  });

  it('waits for the current request and returns its messages to the queue', async () => {
    await using aws = queueWith();
    const stop = new AbortController();
    const handler = vi.fn();
    aws.once('ReceiveMessage', () => {
      stop.abort();
      return delayed({ Messages: [awsMessage('m1'), awsMessage('m2')] }, 15_000);
    });
    await consumeMessages({ queueUrl, handler }, { session: aws.session, signal: stop.signal });
    expect(story(aws)).toEqual(['ReceiveMessage', 'ChangeMessageVisibilityBatch r1 r2']);
    expect(aws.requests[1]?.input['Entries']).toMatchObject([{ VisibilityTimeout: 0 }, { VisibilityTimeout: 0 }]);
    expect(handler).not.toHaveBeenCalled();
    expect(aws.clock.elapsedMs).toBe(15_000);
  });

  it('cancels the current request with stopNow', async () => {
    await using aws = queueWith();
    const stop = new AbortController();
    aws.once('ReceiveMessage', () => {
      setImmediate(() => stop.abort());
      return delayed({ Messages: [awsMessage('m1')] }, 15_000);
    });
    const input = { queueUrl, handler: vi.fn(), stopNow: true };
    await consumeMessages(input, { session: aws.session, signal: stop.signal });
    expect(story(aws)).toEqual(['ReceiveMessage']);
    expect(aws.clock.elapsedMs).toBe(0);
  });

  it('does not retry if the current request fails', async () => {
    await using aws = queueWith([awsMessage('m1')]);
    const stop = new AbortController();
    aws.once('ReceiveMessage', () => {
      stop.abort();
      return fault('reset');
    });
    await consumeMessages({ queueUrl, handler: vi.fn() }, { session: aws.session, signal: stop.signal });
    expect(story(aws)).toEqual(['ReceiveMessage']);
  });

  it('ends a pause after an outage', async () => {
    await using aws = queueWith();
    const stop = new AbortController();
    aws.on('ReceiveMessage', fault('500'));
    const onEvent = ({ type }: ArchEvent): void => void (type === 'warning' && stop.abort());
    await consumeMessages({ queueUrl, handler: vi.fn() }, { session: aws.session, signal: stop.signal, onEvent });
    expect(story(aws)).toEqual(['ReceiveMessage']);
  });

  it('waits for running handlers and deletes their messages', async () => {
    await using aws = fakeQueue({ bodies: ['1', '2'] });
    const stop = new AbortController();
    const signals: AbortSignal[] = [];
    const handler = async (_message: unknown, { signal }: { signal: AbortSignal }): Promise<void> => {
      signals.push(signal);
      stop.abort();
      await pauseFor(5_000, { session: aws.session });
    };
    await consumeMessages({ queueUrl, handler, concurrency: 2 }, { session: aws.session, signal: stop.signal });
    expect(aws.messages.map(({ deleted }) => deleted)).toEqual([true, true]);
    expect(signals.map(({ aborted }) => aborted)).toEqual([false, false]);
    expect(story(aws).filter((each) => each === 'ReceiveMessage')).toHaveLength(1);
  });

  it('aborts the signals of handlers after drainMs, and does not delete their messages', async () => {
    await using aws = fakeQueue({ bodies: ['gives up', 'ignores it'] });
    const stop = new AbortController();
    const events: ArchEvent[] = [];
    const failed = vi.fn();
    const handler = ({ body }: { body: string }, { signal }: { signal: AbortSignal }): Promise<void> => {
      stop.abort();
      return body === 'ignores it'
        ? never()
        : new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
    };
    const input = { queueUrl, handler, onFailed: failed, retryAfterSeconds: 0, drainMs: 2_000 };
    const options = {
      session: aws.session,
      signal: stop.signal,
      onEvent: (event: ArchEvent) => void events.push(event),
    };
    const consuming = consumeMessages(input, options);
    await expect.poll(() => stop.signal.aborted).toBe(true);
    await aws.clock.advance(2_000);
    await consuming;
    expect(aws.messages.map(({ deleted }) => deleted)).toEqual([false, false]);
    expect(failed).toHaveBeenCalledWith(
      expect.objectContaining({ name: 'AbortError' }),
      expect.objectContaining({ messageId: 'm1' }),
    );
    expect(story(aws).at(-1)).toBe('ChangeMessageVisibilityBatch m1/1');
    expect(events.filter(({ type }) => type === 'warning')).toEqual([
      expect.objectContaining({ message: expect.stringMatching(/1 handlers? did not settle.*: m2\./) as string }),
    ]);
  });

  it('stops in the same order after timeoutMs, then rejects', async () => {
    await using aws = fakeQueue({ bodies: ['1'] });
    const handler = (): Promise<void> => pauseFor(12_000, { session: aws.session });
    const consuming = consumeMessages({ queueUrl, handler }, { session: aws.session, timeoutMs: 10_000 });
    await expect(consuming).rejects.toMatchObject({ name: 'DeadlineError', limitMs: 10_000 });
    expect(aws.messages[0]?.deleted).toBe(true);
  });
});

it('a consumer has no deadline by default', async () => {
  await using aws = queueWith();
  const stop = new AbortController();
  const hourMs = 3_600_000;
  aws.on('ReceiveMessage', () => {
    if (aws.clock.elapsedMs > hourMs) stop.abort();
    return delayed({}, 25_000);
  });
  await consumeMessages({ queueUrl, handler: vi.fn() }, { session: aws.session, signal: stop.signal });
  expect(aws.clock.elapsedMs).toBeGreaterThan(hourMs);
});
