import fc from 'fast-check';
import { expect, it } from 'vitest';

import { readItem } from './dynamo-db-value.js';

const read = (value: unknown): unknown => readItem({ operation: 'parse', path: 'Item' }, { a: value })['a'];

it.each([
  [{ S: '' }, ''],
  [{ N: '42' }, 42],
  [{ N: '-0.5' }, -0.5],
  [{ N: '1.50' }, 1.5],
  [{ N: '9007199254740993' }, 9_007_199_254_740_993n],
  [{ N: '99999999999999999999999999999999999999' }, 99_999_999_999_999_999_999_999_999_999_999_999_999n],
  [{ N: '0.1234567890123456789012345678901234567' }, '0.1234567890123456789012345678901234567'],
  [{ N: '1E-130' }, 1e-130],
  [{ BOOL: false }, false],
  [{ NULL: true }, null],
  [{ B: 'AP8=' }, new Uint8Array([0, 255])],
  [{ L: [] }, []],
  [{ L: [{ S: 'a' }, { N: '1' }, { M: { b: { NULL: true } } }] }, ['a', 1, { b: null }]],
  [{ SS: ['a', 'b'] }, new Set(['a', 'b'])],
  [{ NS: ['1', '9007199254740993'] }, new Set([1, 9_007_199_254_740_993n])],
  [{ BS: ['AP8='] }, new Set([new Uint8Array([0, 255])])],
])('%o is converted to a plain value', (value, plain) => {
  expect(read(value)).toEqual(plain);
});

it('keeps attributes whose names have a meaning in JavaScript', () => {
  const item = readItem(
    { operation: 'parse', path: 'Item' },
    JSON.parse('{"__proto__":{"S":"x"}}') as Record<string, unknown>,
  );
  expect(Object.entries(item)).toEqual([['__proto__', 'x']]);
});

it('keeps all digits of numbers', () => {
  const digits = fc.stringMatching(/^-?[1-9]\d{0,20}(?:\.\d{0,16}[1-9])?$/);
  fc.assert(
    fc.property(digits, (text) => {
      const value = read({ N: text });
      if (typeof value !== 'number') expect(String(value)).toBe(text);
      else expect(Number(text)).toBe(value);
    }),
  );
});

it.each([
  7,
  null,
  {},
  { S: 7 },
  { N: 7 },
  { N: 'NaN' },
  { B: '*' },
  { X: 'a' },
  { S: 'a', N: '1' },
  { NS: ['a'] },
  { L: 'a' },
  { NULL: false },
])('%o is rejected', (value) => {
  expect(() => read(value)).toThrow(
    'parse: Item.a must be a value of DynamoDB: an object with one of the members S, N,',
  );
});
