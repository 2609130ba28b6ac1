import { expect, it } from 'vitest';

import { nameClashes } from './name-clashes.js';

it('names the earlier path whose name differs only in case', () => {
  const clash = nameClashes();
  expect(['A/x', 'B.txt', 'a', 'a/y', 'b.txt', 'c/D/e', 'c/d/e', 'd/D'].map(clash)).toEqual([
    undefined,
    undefined,
    'A',
    'A',
    'B.txt',
    undefined,
    'c/D',
    undefined,
  ]);
});

it('compares names in one directory only, and characters in one form', () => {
  const clash = nameClashes();
  expect(['a/X', 'b/x', 'e\u0301', 'é'].map(clash)).toEqual([undefined, undefined, undefined, 'e\u0301']);
});
