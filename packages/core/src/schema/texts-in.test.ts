import { expect, it } from 'vitest';

import { textsIn } from './texts-in.js';

it.each([
  ['a', ['a']],
  ['', ['']],
  [{ a: 'b', c: ['d', { e: 'f' }] }, ['b', 'd', 'f']],
  [['a', undefined, null, 5, 10n, true, Symbol('s'), () => 'b'], ['a']],
  [undefined, []],
  [null, []],
  [5, []],
  [new TextEncoder().encode('text'), []],
  [{ at: new Date(0), bytes: new DataView(new ArrayBuffer(2)), name: 'a' }, ['a']],
])('returns the strings in %o, without keys, numbers and bytes', (value, texts) => {
  expect(textsIn(value)).toEqual(texts);
});
