import { expect, it } from 'vitest';

import { quote } from './quote.js';

it.each([
  [undefined, 'undefined'],
  [null, 'null'],
  ['a', '"a"'],
])('quote writes %s as %s', (value, shown) => {
  expect(quote(value)).toBe(shown);
});
