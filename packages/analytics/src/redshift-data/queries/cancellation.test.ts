import { DeadlineError, StatementError } from '@arch/core';
import { awsError, fault } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { fakeRedshift, called, column, noResult, statementId, target } from '../../__fixtures__/redshift-answers.js';
import { executeStatement, executeStatements, explainQuery, query } from './index.js';

const running = { Id: statementId, Status: 'STARTED' };

describe('a statement is cancelled', () => {
  it.each([
    ['query', (options: object) => query({ ...target, sql: 'select 1' }, options).toArray()],
    ['executeStatement', (options: object) => executeStatement({ ...target, sql: 'vacuum' }, options)],
    ['executeStatements', (options: object) => executeStatements({ ...target, sqls: ['vacuum'] }, options)],
    ['explainQuery', (options: object) => explainQuery({ ...target, sql: 'select 1' }, options)],
  ])('if %s is aborted', async (_name, call) => {
    await using aws = fakeRedshift();
    const controller = new AbortController();
    const reason = new Error('enough');
    aws.on('GetStatementResult', noResult);
    aws.on('DescribeStatement', () => {
      controller.abort(reason);
      return fault('hang');
    });
    await expect(call({ session: aws.session, signal: controller.signal })).rejects.toBe(reason);
    expect(called(aws).at(-1)).toBe('CancelStatement');
    expect(aws.requests.at(-1)?.input).toEqual({ Id: statementId });
  });

  it('if the call is aborted while AWS accepts the statement', async () => {
    await using aws = fakeRedshift();
    const controller = new AbortController();
    const reason = new Error('enough');
    aws.on('ExecuteStatement', () => {
      controller.abort(reason);
      return { Id: statementId };
    });
    const options = { session: aws.session, signal: controller.signal };
    await expect(query({ ...target, sql: 'select 1' }, options).toArray()).rejects.toBe(reason);
    expect(called(aws)).toEqual(['ExecuteStatement', 'CancelStatement']);
    // If AWS does not respond soon, the call rejects without the ID.
    const hangs = new AbortController();
    aws.on('ExecuteStatement', () => {
      hangs.abort(reason);
      return fault('hang');
    });
    const call = executeStatement({ ...target, sql: 'vacuum' }, { ...options, signal: hangs.signal });
    await expect(call).rejects.toBe(reason);
    expect(called(aws).slice(2)).toEqual(['ExecuteStatement']);
  });

  it('at the deadline of the call', async () => {
    await using aws = fakeRedshift();
    aws.on('DescribeStatement', running);
    const late = executeStatement({ ...target, sql: 'vacuum' }, { session: aws.session, timeoutMs: 1_000 });
    await expect(late).rejects.toThrow(DeadlineError);
    expect(called(aws).at(-1)).toBe('CancelStatement');
  });

  it('and if that fails, the error names the statement that may still be running', async () => {
    await using aws = fakeRedshift();
    aws.on('DescribeStatement', awsError('InternalServerException', 'no', { status: 500 }));
    aws.on('CancelStatement', awsError('InternalServerException', 'no', { status: 500 }));
    const call = executeStatement({ ...target, sql: 'vacuum' }, { session: aws.session });
    await expect(call).rejects.toThrow(
      `Statement ${statementId} may still be running; cancel it with cancelStatement.`,
    );
  });

  it('without a note on the error if the statement has already ended', async () => {
    await using aws = fakeRedshift();
    aws.on('DescribeStatement', awsError('InternalServerException', 'no', { status: 500 }));
    aws.on(
      'CancelStatement',
      awsError('ValidationException', 'Could not cancel a query that is already in FINISHED state'),
    );
    const call = executeStatement({ ...target, sql: 'vacuum' }, { session: aws.session });
    await expect(call).rejects.not.toThrow('may still be running');
  });
});

it('does not cancel a finished statement if the consumer stops early', async () => {
  await using aws = fakeRedshift([[{ longValue: 1 }], [{ longValue: 2 }]], [column('n', 'int4')]);
  expect(await query({ ...target, sql: 'select n' }, { session: aws.session }).first()).toEqual({ n: 1 });
  expect(called(aws)).toEqual(['ExecuteStatement', 'GetStatementResult']);
});

it('does not cancel a failed statement', async () => {
  await using aws = fakeRedshift();
  aws.on('GetStatementResult', awsError('ValidationException', 'The statement has no result'));
  aws.on('DescribeStatement', { ...running, Status: 'FAILED', Error: 'ERROR: division by zero' });
  await expect(query({ ...target, sql: 'select 1/0' }, { session: aws.session }).toArray()).rejects.toThrow(
    StatementError,
  );
  expect(called(aws)).toEqual(['ExecuteStatement', 'GetStatementResult', 'DescribeStatement']);
});
