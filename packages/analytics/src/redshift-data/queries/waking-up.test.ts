import { ConflictError, NotFoundError, QuotaExceededError } from '@arch/core';
import { awsError } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { answering, called, statementId, target } from '../../__fixtures__/redshift-answers.js';
import { executeStatement, query } from './index.js';

const refused = (message: string, code = 'ValidationException'): object => awsError(code, message, { status: 400 });

describe('a cluster or workgroup that is waking up', () => {
  it.each([
    refused('Cluster reports is resuming. Try again later.'),
    refused('The workgroup reports is being resumed.'),
    refused('Redshift cluster is starting', 'DatabaseConnectionException'),
  ])('is waited for: %o', async (answer) => {
    await using aws = answering();
    aws.once('ExecuteStatement', answer);
    aws.once('ExecuteStatement', answer);
    expect(await query({ ...target, sql: 'select 1' }, { session: aws.session }).toArray()).toEqual([{ n: 1 }]);
    expect(called(aws).filter((name) => name === 'ExecuteStatement')).toHaveLength(3);
    expect(aws.clock.elapsedMs).toBeGreaterThan(3_000);
    expect(aws.clock.elapsedMs).toBeLessThan(30_000);
  });

  it('is waited for when the statement was taken and could not connect', async () => {
    await using aws = answering();
    aws.once('DescribeStatement', {
      Id: statementId,
      Status: 'FAILED',
      Error: 'FATAL: the database system is starting up',
    });
    aws.on('DescribeStatement', { Id: statementId, Status: 'FINISHED', ResultRows: 1 });
    const done = await executeStatement({ ...target, sql: 'delete from a' }, { session: aws.session });
    expect(done.updatedRows).toBe(1);
  });

  it('is not waited for without end', async () => {
    await using aws = answering();
    aws.on('ExecuteStatement', refused('Cluster reports is resuming.'));
    const call = executeStatement({ ...target, sql: 'vacuum' }, { session: aws.session });
    await expect(call).rejects.toThrow(ConflictError);
    await expect(call).rejects.toMatchObject({ retryable: true, resource: 'workgroup', id: 'reports' });
    await expect(call).rejects.toThrow('was still starting when the time for that was up');
    expect(aws.clock.elapsedMs).toBeLessThan(1_000_000);
  });
});

describe('what does not pass by itself is an error at once', () => {
  const cluster = { clusterIdentifier: 'reports', database: 'dev' };

  it.each([
    [refused('Cluster reports is paused.'), ConflictError, 'resumeRedshiftCluster resumes it'],
    [refused("Redshift endpoint doesn't exist in this region."), NotFoundError, 'there is no cluster reports'],
    [refused('Connection refused', 'DatabaseConnectionException'), ConflictError, 'cannot be reached'],
    [refused('Too many', 'ActiveStatementsExceededException'), QuotaExceededError, 'quota'],
  ])('%o', async (answer, type, message) => {
    await using aws = answering();
    aws.on('ExecuteStatement', answer);
    const call = executeStatement({ ...cluster, sql: 'vacuum' }, { session: aws.session });
    await expect(call).rejects.toThrow(type);
    await expect(call).rejects.toThrow(message);
    expect(called(aws)).toEqual(['ExecuteStatement']);
  });
});
