import { describe, expect, it } from 'vitest';
import { firstWords } from './first-words.js';
import { sqlCode } from './sql-code.js';
import { sqlTokens } from './sql-tokens.js';

describe('firstWords', () => {
  it.each([
    ['create table t (a int)', ['CREATE', 'TABLE', 'T']],
    ['-- copy\n/* copy */ copy t', ['COPY', 'T']],
    ['((select 1))', ['SELECT']],
    ["'copy'", []],
    ['', []],
    ['((', []],
  ])('returns the first words of %s', (sql, words) => {
    expect(firstWords(sqlCode(sql, [...sqlTokens(sql)]))).toEqual(words);
  });
});
