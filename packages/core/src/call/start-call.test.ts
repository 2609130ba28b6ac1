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
  it('is the current call of its own work only', async () => {
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
    ['returns its result', async () => 'done', 'done'],
    ['fails', async () => Promise.reject(new Error('failed')), new Error('failed')],
    [
      'throws synchronously',
      () => {
        throw new Error('thrown');
      },
      new Error('thrown'),
    ],
  ])('leaves no timer and no listener when it %s', async (_title, work, outcome) => {
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
      'test: not completed within 5000 ms, while preparing the request. Pass a longer timeoutMs, or find the slow step with onEvent.',
    ],
    [1, 'while preparing the request, after 1 attempt. Pass'],
    [2, 'while preparing the request, after 2 attempts. Pass'],
  ])('ends at its deadline, and names the step in progress after %i attempts', async (attempts, words) => {
    const clock = new FakeClock({ manual: true });
    const cause = new Error('the last error of AWS');
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

  it('aborts its signal when it ends', async () => {
    const controller = new AbortController();
    let seen: Call | undefined;
    const received: unknown[] = [];
    const ended = runCall(settings({ signal: controller.signal }), (call) => {
      seen = call;
      call.onAbort(() => void received.push('first'));
      call.signal.addEventListener('abort', () => received.push(call.signal.reason));
      return never();
    });
    controller.abort('enough');
    await expect(ended).rejects.toBe('enough');
    expect([received, seen?.aborted, seen?.signal.reason]).toEqual([['enough', 'first'], true, 'enough']);
    seen?.abort('again');
    expect(seen?.signal.reason).toBe('enough');
  });

  it('has an aborted signal if the signal is first read after the end', async () => {
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

  it('counts the attempts of a joined request', () => {
    const lead = { ...settings() };
    let inner: Call | undefined;
    let outer: Call | undefined;
    void runCall(lead, (call) => ((outer = call), never()));
    void runCall(settings({ lead: outer }), (call) => ((inner = call), never()));
    expect([inner?.countAttempt(), inner?.countAttempt(), outer?.attempts]).toEqual([1, 2, 2]);
  });
});
