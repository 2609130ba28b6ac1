import { describe, expect, it } from 'vitest';

import { InvalidInputError } from '../errors/invalid-input-error.js';
import { checkSqlParameters } from './check-sql-parameters.js';
import { sqlParameterRecord } from './sql-parameter-record.js';
import { number } from '../schema/z.js';

const check = (sqls: readonly string[], given: readonly string[]) => (): void =>
  checkSqlParameters('query', sqls, given);

describe('parameters', () => {
  it.each([
    [['select :a'], ['a']],
    [
      ['select 1', 'select :a, :b', 'select :a'],
      ['b', 'a'],
    ],
    // For one database a parameter, for the other a part of a string: nobody can tell here.
    [[String.raw`select '\', :a, '`], ['a']],
    [[String.raw`select '\', :a, '`], []],
    // A comment for MySQL, an operator for Postgres.
    [["select 1 # it's\n + :a"], ['a']],
  ])('of %o fit %o', (sqls, given) => {
    expect(check(sqls, given)).not.toThrow();
  });

  it.each([
    [['select :a, :b'], ['b'], 'query: parameters lacks a, which the SQL names.'],
    [['select :a'], ['a', 'b'], 'query: parameters has b, which the SQL does not name.'],
    [["select ':a'"], ['a'], 'query: parameters has a, which the SQL does not name.'],
    [
      ['select :A'],
      ['a'],
      'query: parameters lacks A, which the SQL names; parameters has a, which the SQL does not name.',
    ],
  ])('of %o do not fit %o', (sqls, given, message) => {
    expect(check(sqls, given)).toThrow(InvalidInputError);
    expect(check(sqls, given)).toThrow(message);
  });

  it.each(['', '1a', 'a b', 'a-b', ':a', 'a;drop table b'])('have no such name: %o', (name) => {
    expect(sqlParameterRecord(number()).safeParse({ [name]: 1 }).success).toBe(false);
  });

  it('have names of letters, digits and underscores', () => {
    expect(sqlParameterRecord(number()).safeParse({ shop_1: 1, _b: 2 }).success).toBe(true);
  });
});
