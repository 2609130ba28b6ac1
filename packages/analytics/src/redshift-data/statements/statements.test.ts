import { InvalidInputError, NotFoundError, ServiceError, WaitError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { called, statementId } from '../../__fixtures__/redshift-answers.js';
import { cancelStatement, describeStatement, isStatementOver, listStatements, waitForStatement } from './index.js';

it('describes a batch with its statements: durations in milliseconds, numbers of -1 absent', async () => {
  await using aws = fakeAws();
  aws.on('DescribeStatement', {
    Id: statementId,
    Status: 'STARTED',
    Duration: -1,
    ResultRows: -1,
    ResultSize: -1,
    SubStatements: [
      { Id: `${statementId}:1`, Status: 'FINISHED', HasResultSet: true, Duration: 3_396_637, ResultRows: 1 },
    ],
  });
  const statement = await describeStatement({ statementId, waitTimeSeconds: 5 }, { session: aws.session });
  expect(statement).toEqual({
    statementId,
    status: 'STARTED',
    subStatements: [
      {
        statementId: `${statementId}:1`,
        status: 'FINISHED',
        hasResultSet: true,
        durationMs: 3.396637,
        resultRows: 1,
      },
    ],
  });
  expect(isStatementOver(statement)).toBe(false);
  expect(aws.requests[0]?.input).toEqual({ Id: statementId, WaitTimeSeconds: 5 });
});

it('throws NotFoundError for a statement older than 24 hours', async () => {
  await using aws = fakeAws();
  aws.on('DescribeStatement', awsError('ResourceNotFoundException', 'Query does not exist.', { status: 404 }));
  const call = describeStatement(statementId, { session: aws.session });
  await expect(call).rejects.toThrow(NotFoundError);
  await expect(call).rejects.toMatchObject({ resource: 'statement', id: statementId });
  await expect(call).rejects.toThrow('Redshift keeps statements and their results for 24 hours.');
});

it('cancels a statement by an earlier result; throws ServiceError if the statement has ended', async () => {
  await using aws = fakeAws({ answers: { CancelStatement: { Status: true } } });
  const options = { session: aws.session };
  aws.on('DescribeStatement', { Id: statementId, Status: 'STARTED' });
  await cancelStatement(await describeStatement(statementId, options), options);
  expect(aws.requests.at(-1)?.input).toEqual({ Id: statementId });
  aws.on(
    'CancelStatement',
    awsError('ValidationException', 'Could not cancel a query that is already in FINISHED state'),
  );
  await expect(cancelStatement(statementId, options)).rejects.toThrow(ServiceError);
});

it('lists statements of all statuses by default, over all pages', async () => {
  await using aws = fakeAws();
  aws.once('ListStatements', { Statements: [{ Id: statementId, Status: 'STARTED' }], NextToken: 'next' });
  aws.once('ListStatements', { Statements: [{ Id: statementId, QueryStrings: ['select 1', 'select 2'] }] });
  const found = await listStatements({ statementName: 'night' }, { session: aws.session }).toArray();
  expect(found.map(({ status, queryStrings }) => [status, queryStrings])).toEqual([
    ['STARTED', []],
    [undefined, ['select 1', 'select 2']],
  ]);
  expect(aws.requests.map(({ input }) => input)).toEqual([
    { Status: 'ALL', StatementName: 'night', MaxResults: 100 },
    { Status: 'ALL', StatementName: 'night', MaxResults: 100, NextToken: 'next' },
  ]);
});

it('waits until a statement has finished, with requests that AWS holds for up to 20 seconds', async () => {
  await using aws = fakeAws();
  for (const Status of ['SUBMITTED', 'STARTED']) aws.once('DescribeStatement', { Id: statementId, Status });
  aws.on('DescribeStatement', { Id: statementId, Status: 'FINISHED', ResultRows: 3 });
  const states: string[] = [];
  const onProgress = ({ state }: { state: string }): void => void states.push(state);
  const statement = await waitForStatement({ statementId, state: 'finished' }, { session: aws.session, onProgress });
  expect(statement.resultRows).toBe(3);
  expect(states).toEqual(['SUBMITTED', 'STARTED', 'FINISHED']);
  expect(aws.requests.map(({ input }) => input['WaitTimeSeconds'])).toEqual([20, 20, 20]);
});

it("ends a wait with the database's reason if the statement fails", async () => {
  await using aws = fakeAws();
  aws.on('DescribeStatement', { Id: statementId, Status: 'FAILED', Error: 'ERROR: relation "a" does not exist' });
  const call = waitForStatement({ statementId, state: 'finished' }, { session: aws.session });
  await expect(call).rejects.toThrow(WaitError);
  await expect(call).rejects.toMatchObject({ state: 'FAILED', reason: 'ERROR: relation "a" does not exist' });
  expect(called(aws)).toEqual(['DescribeStatement']);
});

it.each(['select 1', '', 'D9B6C0C9-0747-4BF4-B142-E8883122F766'])('rejects %o as an ID', async (invalid) => {
  await using aws = fakeAws();
  await expect(describeStatement(invalid, { session: aws.session })).rejects.toThrow(InvalidInputError);
  expect(aws.requests).toEqual([]);
});
