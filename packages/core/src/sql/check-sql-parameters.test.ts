import { describe, expect, it } from 'vitest';

import { InvalidInputError } from '../errors/invalid-input-error.js';
import { checkSqlParameters } from './check-sql-parameters.js';
import { sqlParameterRecord } from './sql-parameter-record.js';
import { number } from '../schema/z.js';

const check = (sqls: readonly string[], given: readonly string[]) => (): void =>
  checkSqlParameters('query', sqls, given);

describe('SQL parameters', () => {
  it.each([
    [['select :a'], ['a']],
    [
      ['select 1', 'select :a, :b', 'select :a'],
      ['b', 'a'],
    ],
    // A parameter in one dialect, part of a string in the other.
    [[String.raw`select '\', :a, '`], ['a']],
    [[String.raw`select '\', :a, '`], []],
    // A comment in MySQL, an operator in Postgres.
    [["select 1 # it's\n + :a"], ['a']],
  ])('%o accepts %o', (sqls, given) => {
    expect(check(sqls, given)).not.toThrow();
  });

  it.each([
    [['select :a, :b'], ['b'], 'query: parameters does not contain a, which the SQL uses.'],
    [['select :a'], ['a', 'b'], 'query: parameters contains b, which the SQL does not use.'],
    [["select ':a'"], ['a'], 'query: parameters contains a, which the SQL does not use.'],
    [
      ['select :A'],
      ['a'],
      'query: parameters does not contain A, which the SQL uses; parameters contains a, which the SQL does not use.',
    ],
  ])('%o rejects %o', (sqls, given, message) => {
    expect(check(sqls, given)).toThrow(InvalidInputError);
    expect(check(sqls, given)).toThrow(message);
  });

  it.each(['', '1a', 'a b', 'a-b', ':a', 'a;drop table b'])('cannot have the name %o', (name) => {
    expect(sqlParameterRecord(number()).safeParse({ [name]: 1 }).success).toBe(false);
  });

  it('have names of letters, digits and underscores', () => {
    expect(sqlParameterRecord(number()).safeParse({ shop_1: 1, _b: 2 }).success).toBe(true);
  });
});
