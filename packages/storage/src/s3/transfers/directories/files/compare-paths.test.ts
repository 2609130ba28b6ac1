import fc from 'fast-check';
import { expect, it } from 'vitest';

import { comparePaths } from './compare-paths.js';

const name = fc.string({
  unit: fc.constantFrom('a', 'A', '-', '.', '/', 'é', '\uD7FF', '\uE000', '\uFFFD', '😀', '𐀀'),
  maxLength: 6,
});

it('orders paths as S3 does, by their UTF-8 bytes', () => {
  fc.assert(
    fc.property(name, name, (one, other) => {
      expect(Math.sign(comparePaths(one, other))).toBe(Buffer.compare(Buffer.from(one), Buffer.from(other)));
    }),
  );
  expect(['a/b', 'a.txt', 'a', 'a0'].sort(comparePaths)).toEqual(['a', 'a.txt', 'a/b', 'a0']);
  expect(['\uFF61', '😀'].sort(comparePaths)).toEqual(['\uFF61', '😀']);
});
