import { expect, it } from 'vitest';

import { StatementError } from '../errors/statement-error.js';
import { statementFailed } from './statement-failed.js';

const operation = 'query';
const sql = 'select\n  id,\n pric from orders';

it.each([
  // Redshift.
  'ERROR: column "pric" does not exist in orders\n  Position: 15; SQLState: 42703',
  // Aurora PostgreSQL.
  'ERROR: column "pric" does not exist in orders; Position: 15; SQLState: 42703',
])('contains the message of the database and the line: %s', (reason) => {
  const error = statementFailed({ operation, sql, reason, id: 'one', code: 'FAILED' });
  expect(error).toBeInstanceOf(StatementError);
  expect(error).toMatchObject({
    message: 'query: the statement failed in line 3: column "pric" does not exist in orders. (SQLSTATE 42703)',
    name: 'StatementError',
    reason,
    sqlState: '42703',
    position: 15,
    line: 3,
    id: 'one',
    code: 'FAILED',
  });
});

it('returns positions in the SQL of the caller', () => {
  const reason = 'ERROR: syntax error at or near "selec"\n  Position: 9';
  expect(statementFailed({ operation, sql: 'selec 1', offset: 8, reason })).toMatchObject({ position: 1, line: 1 });
});

it.each([
  ['ERROR: update violates a foreign key; SQLState: 23503', { sqlState: '23503', position: undefined }],
  ["Database error code: 1146, SQLState: 42S02; Table 'shop.a' doesn't exist", { sqlState: '42S02' }],
  ['', { reason: undefined, message: 'query: the statement failed: the database returned no reason.' }],
  [
    'Query #2 failed with ERROR: division by zero.',
    { message: 'query: the statement failed: division by zero.', sqlState: undefined },
  ],
])('reads %o', (reason, expected) => {
  expect(statementFailed({ operation, sql, reason })).toMatchObject(expected);
});

it('names a cancelled statement by its number and quotes no SQL', () => {
  const error = statementFailed({ operation, sql: "select 'secret'", which: 'statement 2 of 3', cancelled: true });
  expect(error.message).toBe('query: statement 2 of 3 was cancelled.');
  const reason = 'ERROR: Query (1903) aborted by query monitoring rule max_minutes';
  expect(statementFailed({ operation, sql: 'vacuum', reason, cancelled: true })).toMatchObject({
    reason,
    message: 'query: the statement was cancelled: Query (1903) aborted by query monitoring rule max_minutes.',
  });
  expect(Object.keys(error)).toEqual(['operation', 'retryable']);
});

it('does not quote the SQL, even if the database does', () => {
  const text = "create user app password 'marker'";
  const error = statementFailed({ operation, sql: text, reason: `ERROR: not allowed: ${text}` });
  expect(error).toMatchObject({
    message: 'query: the statement failed: not allowed: (not shown).',
    reason: 'ERROR: not allowed: (not shown)',
  });
});
