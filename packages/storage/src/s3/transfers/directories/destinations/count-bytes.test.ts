import { expect, it } from 'vitest';

import { countBytes } from './count-bytes.js';

it('passes on the bytes since the last call', () => {
  const seen: number[] = [];
  const listener = countBytes((bytes) => void seen.push(bytes));
  for (const transferredBytes of [5, 5, 12]) listener({ transferredBytes });
  expect(seen).toEqual([5, 0, 7]);
});
