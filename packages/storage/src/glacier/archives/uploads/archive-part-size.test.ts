import { InvalidInputError } from '@arch/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';

import { archivePartSize, archivePartSizes, archiveWorkers, isArchivePartSize } from './archive-part-size.js';

const mebibyte = 1_048_576;
const most = 10_000 * 4_096 * mebibyte;

it('is a power of two MiB for which an archive has at most 10,000 parts', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: most }), (sizeBytes) => {
      const size = archivePartSize(sizeBytes, undefined);
      expect(isArchivePartSize(size)).toBe(true);
      expect(Math.ceil(sizeBytes / size)).toBeLessThanOrEqual(10_000);
    }),
  );
  expect(archivePartSize(most, undefined)).toBe(4_096 * mebibyte);
  expect(() => archivePartSize(most + 1, undefined)).toThrow('bytes are too many for an archive');
});

it('is rejected if it is too small for the archive, with the least possible size', () => {
  expect(() => archivePartSize(20_000 * mebibyte + 1, mebibyte)).toThrow('partSizeBytes must be at least 4194304');
  expect(archivePartSize(undefined, mebibyte)).toBe(mebibyte);
});

it('ends after 10,000 parts of a stream', () => {
  const sizeOf = archivePartSizes(mebibyte);
  expect(sizeOf(9_999)).toBe(mebibyte);
  expect(() => sizeOf(10_000)).toThrow(InvalidInputError);
  expect(() => sizeOf(10_000)).toThrow('Pass sizeBytes, or a partSizeBytes that is greater than 1048576.');
});

it('limits the parts in memory', () => {
  expect(archiveWorkers(16 * mebibyte)).toBe(4);
  expect(archiveWorkers(256 * mebibyte, 100)).toBe(2);
  expect(archiveWorkers(4_096 * mebibyte)).toBe(1);
});
