import { ConflictError, NotFoundError, QuotaExceededError } from '@arch/core';
import { awsError } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { fakeRedshift, called, statementId, target } from '../../__fixtures__/redshift-answers.js';
import { executeStatement, query } from './index.js';

const rejection = (message: string, code = 'ValidationException'): object => awsError(code, message, { status: 400 });

describe('a call to a cluster or workgroup that is resuming', () => {
  it.each([
    rejection('Cluster reports is resuming. Try again later.'),
    rejection('The workgroup reports is being resumed.'),
    rejection('Redshift cluster is starting', 'DatabaseConnectionException'),
  ])('waits for it: %o', async (response) => {
    await using aws = fakeRedshift();
    aws.once('ExecuteStatement', response);
    aws.once('ExecuteStatement', response);
    expect(await query({ ...target, sql: 'select 1' }, { session: aws.session }).toArray()).toEqual([{ n: 1 }]);
    expect(called(aws).filter((name) => name === 'ExecuteStatement')).toHaveLength(3);
    expect(aws.clock.elapsedMs).toBeGreaterThan(3_000);
    expect(aws.clock.elapsedMs).toBeLessThan(30_000);
  });

  it('waits for it if AWS accepted the statement and then could not connect', async () => {
    await using aws = fakeRedshift();
    aws.once('DescribeStatement', {
      Id: statementId,
      Status: 'FAILED',
      Error: 'FATAL: the database system is starting up',
    });
    aws.on('DescribeStatement', { Id: statementId, Status: 'FINISHED', ResultRows: 1 });
    const done = await executeStatement({ ...target, sql: 'delete from a' }, { session: aws.session });
    expect(done.updatedRows).toBe(1);
  });

  it('throws ConflictError if it does not resume in time', async () => {
    await using aws = fakeRedshift();
    aws.on('ExecuteStatement', rejection('Cluster reports is resuming.'));
    const call = executeStatement({ ...target, sql: 'vacuum' }, { session: aws.session });
    await expect(call).rejects.toThrow(ConflictError);
    await expect(call).rejects.toMatchObject({ retryable: true, resource: 'workgroup', id: 'reports' });
    await expect(call).rejects.toThrow('workgroup reports did not resume in time; call again later');
    expect(aws.clock.elapsedMs).toBeLessThan(1_000_000);
  });
});

describe('a state that does not end without another call is an error at once', () => {
  const cluster = { clusterIdentifier: 'reports', database: 'dev' };

  it.each([
    [
      rejection('Cluster reports is paused.'),
      ConflictError,
      'cluster reports is paused; resume it with resumeRedshiftCluster',
    ],
    [rejection("Redshift endpoint doesn't exist in this region."), NotFoundError, 'there is no cluster reports'],
    [rejection('Connection refused', 'DatabaseConnectionException'), ConflictError, 'cannot be reached'],
    [rejection('Too many', 'ActiveStatementsExceededException'), QuotaExceededError, 'quota'],
  ])('%o', async (response, type, message) => {
    await using aws = fakeRedshift();
    aws.on('ExecuteStatement', response);
    const call = executeStatement({ ...cluster, sql: 'vacuum' }, { session: aws.session });
    await expect(call).rejects.toThrow(type);
    await expect(call).rejects.toThrow(message);
    expect(called(aws)).toEqual(['ExecuteStatement']);
  });
});
