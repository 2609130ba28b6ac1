import { type FakeAws, FakeClock, fakeAws } from '@arch/core/testing';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { bandwidth } from './bandwidth.js';
import { paced } from './paced.js';

let clock: FakeClock;
let aws: FakeAws;
beforeEach(() => {
  clock = new FakeClock({ manual: true });
  aws = fakeAws({ clock });
});
afterEach(() => aws[Symbol.asyncDispose]());

const recorder = (): { readonly starts: [string, number][]; readonly add: (name: string) => () => void } => {
  const starts: [string, number][] = [];
  return { starts, add: (name) => () => void starts.push([name, clock.elapsedMs]) };
};

async function* partsOf(...sizes: readonly number[]): AsyncGenerator<number, void, undefined> {
  yield* sizes;
}

describe('a bandwidth', () => {
  it('starts each part when those before it would have ended, and is shared', async () => {
    const { take } = bandwidth(1_000);
    const { starts, add } = recorder();
    for (const [name, bytes] of [
      ['a', 2_000],
      ['b', 500],
      ['c', 1_000],
    ] as const)
      void take(bytes, { session: aws.session }).then(add(name));
    await clock.advance(10_000);
    expect(starts).toEqual([
      ['a', 0],
      ['b', 2_000],
      ['c', 2_500],
    ]);
  });

  it('does not make up for time without parts', async () => {
    const { take } = bandwidth(1_000);
    const { starts, add } = recorder();
    await clock.advance(60_000);
    for (const name of ['a', 'b']) void take(1_000, { session: aws.session }).then(add(name));
    await clock.advance(1_000);
    expect(starts).toEqual([
      ['a', 60_000],
      ['b', 61_000],
    ]);
  });

  it('is never exceeded by more than one part', async () => {
    const parts = fc.array(fc.record({ bytes: fc.integer({ min: 0, max: 5_000 }), waitMs: fc.nat(3_000) }));
    await fc.assert(
      fc.asyncProperty(parts, fc.integer({ min: 1, max: 3_000 }), async (items, bytesPerSecond) => {
        const { take } = bandwidth(bytesPerSecond);
        const begin = clock.elapsedMs;
        let started = 0;
        const largest = Math.max(0, ...items.map(({ bytes }) => bytes));
        for (const { bytes, waitMs } of items) {
          void take(bytes, { session: aws.session }).then(() => {
            started += bytes;
            const seconds = (clock.elapsedMs - begin) / 1_000;
            expect(started).toBeLessThanOrEqual(seconds * bytesPerSecond + largest + 1);
          });
          await clock.advance(waitMs);
        }
        const total = items.reduce((sum, { bytes }) => sum + bytes, 0);
        await clock.advance(Math.ceil((total / bytesPerSecond) * 1_000) + 1);
        expect(started).toBe(total);
      }),
      { numRuns: 50 },
    );
  });

  it('ends a pause with the reason of an abort', async () => {
    const { take } = bandwidth(1);
    const controller = new AbortController();
    await take(1_000_000_000_000, { session: aws.session });
    const waiting = take(1, { session: aws.session, signal: controller.signal });
    const reason = new Error('enough');
    controller.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    expect(clock.elapsedMs).toBe(0);
  });
});

describe('paced parts', () => {
  const pace = { bandwidth: bandwidth(1_000), bytesOf: (bytes: number) => bytes };

  it('are the parts themselves without a bandwidth', () => {
    const parts = partsOf(1);
    expect(paced(parts, { ...pace, bandwidth: undefined }, { session: aws.session })).toBe(parts);
  });

  it('come one after the other', async () => {
    const { starts, add } = recorder();
    const reading = (async () => {
      for await (const bytes of paced(partsOf(3_000, 2_000, 1), pace, { session: aws.session })) add(`${bytes}`)();
    })();
    await clock.advance(5_000);
    await reading;
    expect(starts).toEqual([
      ['3000', 0],
      ['2000', 3_000],
      ['1', 5_000],
    ]);
  });

  it('leave no pause when the consumer stops', async () => {
    const parts = paced(partsOf(1_000_000, 1), { ...pace, bandwidth: bandwidth(1) }, { session: aws.session });
    const iterator = parts[Symbol.asyncIterator]();
    await iterator.next();
    const second = iterator.next();
    const ended = iterator.return?.();
    await expect(second).rejects.toMatchObject({ name: 'AbortError' });
    await ended;
    expect(clock.elapsedMs).toBe(0);
  });
});
