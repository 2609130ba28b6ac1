import { expect, it } from 'vitest';

import { setBounded } from './set-bounded.js';

it('forgets the entries of a map instead of letting it grow', () => {
  const map = new Map<string, number>();
  setBounded(map, 'a', 1, 2);
  setBounded(map, 'b', 2, 2);
  expect([map.get('a'), map.get('b'), map.get('c')]).toEqual([1, 2, undefined]);
  setBounded(map, 'c', 3, 2);
  expect([map.get('a'), map.get('b'), map.get('c')]).toEqual([undefined, undefined, 3]);
});
