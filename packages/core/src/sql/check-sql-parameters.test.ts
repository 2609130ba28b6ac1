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
    // As other libraries write them.
    [['select "a" from "b" where "c" = :1 and "d" in (:2, :10) and "e" = \'12:30\'::time'], ['1', '2', '10']],
    // The slice of an array in Postgres, parameters elsewhere.
    [['select days[1:2], days[:3], days[i:j] where a = :1'], ['1']],
    [['select days[:1]'], ['1']],
    // A comment in MySQL, an operator in Postgres.
    [["select 1 # it's\n + :a"], ['a']],
  ])('%o accepts %o', (sqls, given) => {
    expect(check(sqls, given)).not.toThrow();
  });

  it.each([
    [['select :a, :b'], ['b'], 'query: parameters does not contain a, which the SQL uses.'],
    [['select :a'], ['a', 'b'], 'query: parameters contains b, which the SQL does not use.'],
    [['select :1, :2'], ['1'], 'query: parameters does not contain 2, which the SQL uses.'],
    [['select :1'], ['1', '2'], 'query: parameters contains 2, which the SQL does not use.'],
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

  it('have names of letters, digits and underscores, or numbers', () => {
    expect(sqlParameterRecord(number()).safeParse({ shop_1: 1, _b: 2, 1: 3, 10: 4 }).success).toBe(true);
  });
});
