import { expect, it } from 'vitest';

import { rowMaker } from './row-maker.js';

const text = (value: number | undefined, column: number): string => `${column}: ${value}`;

it('makes rows of the values of records, by unique column names', () => {
  const toRow = rowMaker<number>([{ name: 'a' }, { label: 'a' }, {}], text);
  expect(toRow([1, 2])).toEqual({ a: '0: 1', a_2: '1: 2', column3: '2: undefined' });
});

it('makes a member of a column with the name __proto__', () => {
  const toRow = rowMaker<number>([{ name: '__proto__' }, { name: 'b' }], text);
  expect(Object.entries(toRow([1, 2]))).toEqual([
    ['__proto__', '0: 1'],
    ['b', '1: 2'],
  ]);
});
