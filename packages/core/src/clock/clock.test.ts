import { getEventListeners } from 'node:events';

import { describe, expect, it } from 'vitest';

import { watchResources } from '../__fixtures__/active-resources.js';
import { FakeClock } from '../testing/index.js';
import { pause, pauseWith, systemClock } from './clock.js';

describe('the clock of the machine', () => {
  it('returns the time and calls back', async () => {
    const before = Date.now();
    await new Promise<void>((resolve) => void systemClock.schedule(1, 'pause', resolve));
    expect(systemClock.now()).toBeGreaterThanOrEqual(before);
  });

  it('clears a cancelled timer', async () => {
    const leftOver = await watchResources();
    const cancel = systemClock.schedule(100_000, 'deadline', () => expect.fail('it was cancelled'));
    expect(await leftOver()).toEqual(['Timeout']);
    cancel();
    cancel();
    expect(await leftOver()).toEqual([]);
  });
});

describe('a pause', () => {
  it('ends by itself and leaves no listener', async () => {
    const { signal } = new AbortController();
    await pause(systemClock, 1, signal);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
    await pause(systemClock, 1);
  });

  it('rejects with an abort before or during it, and leaves no timer', async () => {
    const leftOver = await watchResources();
    const controller = new AbortController();
    const paused = pause(systemClock, 100_000, controller.signal);
    controller.abort('enough');
    await expect(paused).rejects.toBe('enough');
    await expect(pause(systemClock, 100_000, controller.signal)).rejects.toBe('enough');
    expect(await leftOver()).toEqual([]);
  });
});

describe('a shared pause', () => {
  it('ends when the shared pause ends', async () => {
    const { signal } = new AbortController();
    await pauseWith(pause(new FakeClock(), 5), signal);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('rejects with an abort before or during it', async () => {
    const controller = new AbortController();
    const over = new Promise<void>(() => undefined);
    const paused = pauseWith(over, controller.signal);
    controller.abort('enough');
    await expect(paused).rejects.toBe('enough');
    await expect(pauseWith(over, controller.signal)).rejects.toBe('enough');
  });
});
