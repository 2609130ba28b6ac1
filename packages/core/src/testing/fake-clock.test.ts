import { AsyncLocalStorage } from 'node:async_hooks';
import { readFile } from 'node:fs/promises';

import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { pause } from '../clock/clock.js';
import { FakeClock } from './fake-clock.js';
import { untilIdle } from './until-idle.js';

afterEach(() => void vi.useRealTimers());

// Longer than a clock waits before it jumps.
const twiceQuiet = async (): Promise<void> => {
  await untilIdle(() => 0);
  await untilIdle(() => 0);
};

const kind = fc.constantFrom('pause' as const, 'deadline' as const);
const schedules = fc.array(fc.record({ delayMs: fc.integer({ min: -5, max: 1_000_000 }), kind }), { maxLength: 30 });

describe('FakeClock', () => {
  it('starts at a fixed time, or at the time that is passed', () => {
    expect(new Date(new FakeClock().now()).toISOString()).toBe('2026-01-01T00:00:00.000Z');
    expect(new FakeClock({ start: new Date(5) }).now()).toBe(5);
  });

  it('skips a pause of ten minutes', async () => {
    const clock = new FakeClock();
    await pause(clock, 600_000);
    expect(clock.elapsedMs).toBe(600_000);
    expect(clock.now()).toBe(Date.parse('2026-01-01T00:10:00Z'));
  });

  it('runs all callbacks up to the last pause in order of time, and none after it', async () => {
    await fc.assert(
      fc.asyncProperty(schedules, async (all) => {
        const clock = new FakeClock();
        const reached: { index: number; dueMs: number }[] = [];
        const pauses = all.map(
          ({ delayMs, kind }, index) =>
            new Promise<void>((resolve) => {
              if (kind === 'deadline') resolve();
              clock.schedule(delayMs, kind, () => resolve(void reached.push({ index, dueMs: clock.elapsedMs })));
            }),
        );
        await Promise.all(pauses);
        const inOrder = all
          .map(({ delayMs, kind }, index) => ({ index, kind, dueMs: Math.max(0, delayMs) }))
          .sort((one, other) => one.dueMs - other.dueMs || one.index - other.index);
        const upToLastPause = inOrder.slice(0, inOrder.findLastIndex((each) => each.kind === 'pause') + 1);
        expect(reached).toEqual(upToLastPause.map(({ index, dueMs }) => ({ index, dueMs })));
      }),
      { numRuns: 50 },
    );
  });

  it('does not run cancelled callbacks', async () => {
    const clock = new FakeClock();
    const reached: string[] = [];
    const cancel = clock.schedule(10, 'pause', () => reached.push('cancelled'));
    cancel();
    cancel();
    await pause(clock, 20);
    expect(reached).toEqual([]);
  });

  it('does not reach a deadline during real work', async () => {
    const clock = new FakeClock();
    const onDeadline = vi.fn();
    const cancel = clock.schedule(1, 'deadline', onDeadline);
    await readFile(import.meta.filename);
    await twiceQuiet();
    cancel();
    expect(onDeadline).not.toHaveBeenCalled();
    expect(clock.elapsedMs).toBe(0);
  });

  it('does not jump while a file is read', async () => {
    const clock = new FakeClock();
    const order: string[] = [];
    const reading = readFile(import.meta.filename).then(() => order.push('file'));
    await Promise.all([pause(clock, 10).then(() => order.push('pause')), reading]);
    expect(order).toEqual(['file', 'pause']);
  });

  it('reaches deadlines one by one while something hangs', async () => {
    const clock = new FakeClock();
    const reached: number[] = [];
    const release = clock.hang();
    clock.schedule(30, 'deadline', () => reached.push(30));
    await new Promise<void>((resolve) => void clock.schedule(20, 'deadline', resolve));
    release();
    release();
    await twiceQuiet();
    expect(reached).toEqual([]);
    expect(clock.elapsedMs).toBe(20);
  });

  it('does not move while it is touched', async () => {
    const clock = new FakeClock();
    const onPause = vi.fn();
    clock.schedule(1, 'pause', onPause);
    for (let turn = 0; turn < 50; turn++) {
      clock.touch();
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(onPause).not.toHaveBeenCalled();
    await pause(clock, 1);
    expect(onPause).toHaveBeenCalledOnce();
  });

  it('calls back in the async context of the caller, like a timer', async () => {
    const clock = new FakeClock();
    const context = new AsyncLocalStorage<string>();
    const seen: (string | undefined)[] = [];
    for (const name of ['first', 'second']) {
      context.run(name, () => void clock.schedule(1, 'pause', () => seen.push(context.getStore())));
    }
    await pause(clock, 2);
    expect(seen).toEqual(['first', 'second']);
  });

  it('moves with fake timers', async () => {
    vi.useFakeTimers();
    const clock = new FakeClock();
    await pause(clock, 1_000);
    expect(clock.elapsedMs).toBe(1_000);
  });

  it('runs no callbacks after it was stopped', async () => {
    const clock = new FakeClock();
    const onPause = vi.fn();
    clock.schedule(1, 'pause', onPause);
    clock.stop();
    await twiceQuiet();
    expect(onPause).not.toHaveBeenCalled();
  });
});

describe('a manual FakeClock', () => {
  it('moves only with advance', async () => {
    const clock = new FakeClock({ manual: true });
    const release = clock.hang();
    const reached: string[] = [];
    clock.schedule(10, 'pause', () => reached.push('pause'));
    clock.schedule(20, 'deadline', () => reached.push('deadline'));
    await twiceQuiet();
    expect(reached).toEqual([]);
    await clock.advance(10);
    expect(reached).toEqual(['pause']);
    await clock.advance(9);
    expect([reached, clock.elapsedMs]).toEqual([['pause'], 19]);
    await clock.advance(1);
    expect(reached).toEqual(['pause', 'deadline']);
    release();
  });

  it('runs callbacks that earlier callbacks schedule', async () => {
    const clock = new FakeClock({ manual: true });
    const atMs: number[] = [];
    const poll = async (): Promise<void> => {
      for (;;) {
        await pause(clock, 10);
        atMs.push(clock.elapsedMs);
      }
    };
    void poll();
    await clock.advance(35);
    expect(atMs).toEqual([10, 20, 30]);
    expect(clock.elapsedMs).toBe(35);
  });
});
