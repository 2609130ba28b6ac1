import { setImmediate as turn } from 'node:timers/promises';

import { InvalidInputError } from '@arch/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { rangesOf } from '../ranges.js';
import { inParallel } from '../in-parallel.js';
import { growingPartSizes, leastPartBytes, partSizesFor, workersFor } from './part-sizes.js';
import { bytesSource, streamSource, type UploadSource } from '../upload-source.js';

const gibibyte = 1_073_741_824;

describe('parts of an upload of known size', () => {
  it('are at most 10,000 and within the limits of S3', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 50_000n * 1_073_741_824n), (bytes) => {
        const sizeBytes = Number(bytes);
        if (sizeBytes > 10_000 * 5 * gibibyte) {
          expect(() => partSizesFor(sizeBytes, undefined)).toThrow(InvalidInputError);
          return;
        }
        const size = partSizesFor(sizeBytes, undefined)(0);
        expect(size).toBeGreaterThanOrEqual(leastPartBytes);
        expect(size).toBeLessThanOrEqual(5 * gibibyte);
        expect(Math.ceil(sizeBytes / size)).toBeLessThanOrEqual(10_000);
      }),
    );
  });

  it('throw if they are too many, with the smallest possible size', () => {
    expect(() => partSizesFor(100 * gibibyte, leastPartBytes)).toThrow('partSizeBytes must be at least 11534336');
    expect(partSizesFor(100 * gibibyte, 16_777_216)(7)).toBe(16_777_216);
    expect(() => partSizesFor(51_000 * gibibyte, undefined)).toThrow('bytes are too many for an object in S3');
  });
});

it('makes parts of a stream larger, so that 10,000 parts reach the limit of S3', () => {
  const sizeOf = growingPartSizes();
  const sizes = Array.from({ length: 10_000 }, (_, index) => sizeOf(index));
  expect(sizes[0]).toBe(8_388_608);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(5 * gibibyte);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeGreaterThan(5_000 * gibibyte);
  expect(() => sizeOf(10_000)).toThrow(InvalidInputError);
});

it('sends fewer parts at the same time if they are large', () => {
  expect(workersFor(8_388_608)).toBe(8);
  expect(workersFor(8_388_608, 3)).toBe(3);
  expect(workersFor(gibibyte, 100)).toBe(1);
  expect(workersFor(8_388_608, 100) * 8_388_608).toBeLessThanOrEqual(gibibyte / 2);
});

it('divides an object into successive ranges', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(5_000), fc.integer({ min: 1, max: 700 }), async (sizeBytes, partBytes) => {
      let at = 0;
      for await (const { start, end } of rangesOf(sizeBytes, partBytes)) {
        expect(start).toBe(at);
        expect(end - start).toBeLessThan(partBytes);
        at = end + 1;
      }
      expect(at).toBe(sizeBytes);
    }),
  );
});

const target = { operation: 'uploadFile', creates: 'object' } as const;

describe('a source', () => {
  const read = async (source: UploadSource, partBytes: number): Promise<Uint8Array[]> =>
    Array.fromAsync(source.parts(() => partBytes));

  it('yields its bytes in parts of the requested size, for all sizes of chunks', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ maxLength: 50 }), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 90 }),
        async (chunks, partBytes) => {
          const whole = Buffer.concat(chunks);
          async function* stream(): AsyncGenerator<Uint8Array> {
            yield* chunks;
          }
          for (const parts of [
            await read(streamSource(stream(), target), partBytes),
            await read(bytesSource(whole), partBytes),
          ]) {
            expect(Buffer.concat(parts).equals(whole)).toBe(true);
            expect(parts.slice(0, -1).every(({ byteLength }) => byteLength === partBytes)).toBe(true);
            expect(parts).toHaveLength(Math.max(1, Math.ceil(whole.length / partBytes)));
          }
        },
      ),
    );
  });

  it('copies chunks whose memory the stream reuses', async () => {
    async function* reusing(): AsyncGenerator<Uint8Array> {
      const memory = Buffer.alloc(4);
      for (const letter of 'abc') yield memory.fill(letter);
    }
    expect(Buffer.concat(await read(streamSource(reusing(), target), 4)).toString()).toBe('aaaabbbbcccc');
  });
});

describe('inParallel', () => {
  async function* numbers(count: number): AsyncGenerator<number> {
    for (let number = 0; number < count; number++) yield number;
  }
  const never = new AbortController().signal;

  it('limits the items in progress, and requests an item only when a worker is free', async () => {
    let taken = 0;
    let working = 0;
    let most = 0;
    async function* counted(): AsyncGenerator<number> {
      for await (const number of numbers(20)) {
        taken++;
        expect(taken).toBeLessThanOrEqual(done + 3);
        yield number;
      }
    }
    let done = 0;
    await inParallel(counted(), { concurrency: 3, signal: never }, async () => {
      most = Math.max(most, ++working);
      await turn();
      working--;
      done++;
    });
    expect({ done, most }).toEqual({ done: 20, most: 3 });
  });

  it('rejects with the first error when all others have ended', async () => {
    const ended: number[] = [];
    const broken = new Error('broken');
    const working = inParallel(numbers(9), { concurrency: 3, signal: never }, async (number, signal) => {
      if (number === 1) {
        await turn();
        throw broken;
      }
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      await turn();
      ended.push(number);
    });
    await expect(working).rejects.toBe(broken);
    expect(new Set(ended)).toEqual(new Set([0, 2]));
  });
});
