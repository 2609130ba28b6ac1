import { getEventListeners } from 'node:events';

import { describe, expect, it } from 'vitest';

import { watchResources } from '../__fixtures__/active-resources.js';
import { FakeClock } from '../testing/index.js';
import type { Call, CallSettings } from './call.js';
import { currentCall, outsideCall } from './current-call.js';
import { runCall } from './start-call.js';
import { systemClock } from '../clock/clock.js';

const settings = (extra: Partial<CallSettings> = {}): CallSettings => ({
  operation: 'test',
  clock: new FakeClock({ manual: true }),
  listeners: [],
  attemptMs: 1_000,
  maxAttempts: 3,
  timeoutMs: 5_000,
  limit: 'call',
  signal: undefined,
  ...extra,
});
const never = (): Promise<never> => new Promise(() => undefined);

describe('a call', () => {
  it('is known to everything that runs for it, and to nothing else', async () => {
    expect(currentCall()).toBeUndefined();
    await runCall(settings(), async (call) => {
      await Promise.resolve();
      expect(currentCall()).toBe(call);
      expect(outsideCall(currentCall)).toBeUndefined();
      await runCall(settings(), async (inner) => expect([currentCall(), inner === call]).toEqual([inner, false]));
      expect(currentCall()).toBe(call);
    });
    expect(currentCall()).toBeUndefined();
  });

  it.each([
    ['gives its result', async () => 'done', 'done'],
    ['fails', async () => Promise.reject(new Error('failed')), new Error('failed')],
    [
      'throws before it waits for anything',
      () => {
        throw new Error('thrown');
      },
      new Error('thrown'),
    ],
  ])('leaves neither deadline nor listener when it %s', async (_title, work, outcome) => {
    const leftOver = await watchResources();
    const { signal } = new AbortController();
    const ended: unknown = await runCall(
      settings({ clock: systemClock, signal }),
      work as () => Promise<unknown>,
    ).catch((error: unknown) => error);
    expect(ended).toEqual(outcome);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
    expect(await leftOver()).toEqual([]);
  });

  it.each([
    [
      0,
      'test: not done within 5000 ms, while preparing the request. Pass a longer timeoutMs, or find out what is slow with onEvent.',
    ],
    [1, 'while preparing the request, after 1 attempt. Pass'],
    [2, 'while preparing the request, after 2 attempts. Pass'],
  ])('ends at its deadline, and says what it was doing after %i attempts', async (attempts, words) => {
    const clock = new FakeClock({ manual: true });
    const cause = new Error('the last thing that AWS has said');
    const ended = runCall(settings({ clock }), (call) => {
      for (let count = 0; count < attempts; count++) call.countAttempt();
      call.lastError = cause;
      return never();
    });
    const checked = expect(ended).rejects.toMatchObject({
      name: 'DeadlineError',
      message: expect.stringContaining(words) as string,
      limit: 'call',
      limitMs: 5_000,
      phase: 'preparing the request',
      attempts,
      retryable: true,
      cause,
    });
    await clock.advance(5_000);
    await checked;
  });

  it('tells its work that it has ended, whoever asks for the signal and whenever', async () => {
    const controller = new AbortController();
    let seen: Call | undefined;
    const told: unknown[] = [];
    const ended = runCall(settings({ signal: controller.signal }), (call) => {
      seen = call;
      call.whenAborted = () => told.push('first');
      call.signal.addEventListener('abort', () => told.push(call.signal.reason));
      return never();
    });
    controller.abort('enough');
    await expect(ended).rejects.toBe('enough');
    expect([told, seen?.aborted, seen?.signal.reason]).toEqual([['enough', 'first'], true, 'enough']);
    seen?.abort('again');
    expect(seen?.signal.reason).toBe('enough');
  });

  it('has a signal that is aborted from the start when it is asked for afterwards', async () => {
    const controller = new AbortController();
    let seen: Call | undefined;
    const ended = runCall(settings({ signal: controller.signal }), (call) => ((seen = call), never()));
    controller.abort('enough');
    await expect(ended).rejects.toBe('enough');
    expect([seen?.signal.aborted, seen?.signal.reason]).toEqual([true, 'enough']);
  });

  it('ends with the reason of its abort, also when its work fails because of it', async () => {
    const controller = new AbortController();
    const ended = runCall(settings({ signal: controller.signal }), async () => {
      controller.abort('enough');
      throw new Error('aborted');
    });
    await expect(ended).rejects.toBe('enough');
  });

  it('counts the requests of one that was made for it', () => {
    const lead = { ...settings() };
    let inner: Call | undefined;
    let outer: Call | undefined;
    void runCall(lead, (call) => ((outer = call), never()));
    void runCall(settings({ lead: outer }), (call) => ((inner = call), never()));
    expect([inner?.countAttempt(), inner?.countAttempt(), outer?.attempts]).toEqual([1, 2, 2]);
  });
});
