import { DeadlineError, StatementError } from '@arch/core';
import { awsError, fault } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { answering, called, column, noResult, statementId, target } from '../../__fixtures__/redshift-answers.js';
import { executeStatement, executeStatements, explainQuery, query } from './index.js';

const running = { Id: statementId, Status: 'STARTED' };

describe('a statement that nobody waits for any more is cancelled', () => {
  it.each([
    ['query', (options: object) => query({ ...target, sql: 'select 1' }, options).toArray()],
    ['executeStatement', (options: object) => executeStatement({ ...target, sql: 'vacuum' }, options)],
    ['executeStatements', (options: object) => executeStatements({ ...target, sqls: ['vacuum'] }, options)],
    ['explainQuery', (options: object) => explainQuery({ ...target, sql: 'select 1' }, options)],
  ])('when %s is aborted', async (_name, call) => {
    await using aws = answering();
    const giveUp = new AbortController();
    const reason = new Error('enough');
    aws.on('GetStatementResult', noResult);
    aws.on('DescribeStatement', () => {
      giveUp.abort(reason);
      return fault('hang');
    });
    await expect(call({ session: aws.session, signal: giveUp.signal })).rejects.toBe(reason);
    expect(called(aws).at(-1)).toBe('CancelStatement');
    expect(aws.requests.at(-1)?.input).toEqual({ Id: statementId });
  });

  it('when it is aborted while AWS takes it', async () => {
    await using aws = answering();
    const giveUp = new AbortController();
    const reason = new Error('enough');
    aws.on('ExecuteStatement', () => {
      giveUp.abort(reason);
      return { Id: statementId };
    });
    const options = { session: aws.session, signal: giveUp.signal };
    await expect(query({ ...target, sql: 'select 1' }, options).toArray()).rejects.toBe(reason);
    expect(called(aws)).toEqual(['ExecuteStatement', 'CancelStatement']);
    // An AWS that takes too long with it is not waited for.
    const hangs = new AbortController();
    aws.on('ExecuteStatement', () => {
      hangs.abort(reason);
      return fault('hang');
    });
    const call = executeStatement({ ...target, sql: 'vacuum' }, { ...options, signal: hangs.signal });
    await expect(call).rejects.toBe(reason);
    expect(called(aws).slice(2)).toEqual(['ExecuteStatement']);
  });

  it('at its deadline', async () => {
    await using aws = answering();
    aws.on('DescribeStatement', running);
    const late = executeStatement({ ...target, sql: 'vacuum' }, { session: aws.session, timeoutMs: 1_000 });
    await expect(late).rejects.toThrow(DeadlineError);
    expect(called(aws).at(-1)).toBe('CancelStatement');
  });

  it('and where that fails, the error says what may still run', async () => {
    await using aws = answering();
    aws.on('DescribeStatement', awsError('InternalServerException', 'no', { status: 500 }));
    aws.on('CancelStatement', awsError('InternalServerException', 'no', { status: 500 }));
    const call = executeStatement({ ...target, sql: 'vacuum' }, { session: aws.session });
    await expect(call).rejects.toThrow(`The statement ${statementId} may still run; cancelStatement ends it.`);
  });

  it('unless it is over: that is no error more', async () => {
    await using aws = answering();
    aws.on('DescribeStatement', awsError('InternalServerException', 'no', { status: 500 }));
    aws.on(
      'CancelStatement',
      awsError('ValidationException', 'Could not cancel a query that is already in FINISHED state'),
    );
    const call = executeStatement({ ...target, sql: 'vacuum' }, { session: aws.session });
    await expect(call).rejects.not.toThrow('may still run');
  });
});

it('nothing is cancelled when a reader stops: its statement is over', async () => {
  await using aws = answering([[{ longValue: 1 }], [{ longValue: 2 }]], [column('n', 'int4')]);
  expect(await query({ ...target, sql: 'select n' }, { session: aws.session }).first()).toEqual({ n: 1 });
  expect(called(aws)).toEqual(['ExecuteStatement', 'GetStatementResult']);
});

it('a statement that fails is not cancelled', async () => {
  await using aws = answering();
  aws.on('GetStatementResult', awsError('ValidationException', 'The statement has no result'));
  aws.on('DescribeStatement', { ...running, Status: 'FAILED', Error: 'ERROR: division by zero' });
  await expect(query({ ...target, sql: 'select 1/0' }, { session: aws.session }).toArray()).rejects.toThrow(
    StatementError,
  );
  expect(called(aws)).toEqual(['ExecuteStatement', 'GetStatementResult', 'DescribeStatement']);
});
