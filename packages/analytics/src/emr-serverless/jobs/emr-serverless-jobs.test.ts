import { DeadlineError, InvalidInputError, NotFoundError, WaitError } from '@arch/core';
import { awsError, fakeAws, fault } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import {
  applicationId,
  documentOf,
  executionRoleArn,
  jobRunId,
  jobRunIn,
  jobRunOf,
  noApplication,
} from '../../__fixtures__/emr-serverless-answers.js';
import {
  cancelJobRun,
  describeJobRun,
  listJobRuns,
  runSparkJob,
  type RunSparkJobInput,
  waitForJobRun,
} from './index.js';

const started = {
  applicationId,
  jobRunId,
  arn: 'arn:aws:emr-serverless:eu-west-1:123456789012:/applications/a/jobruns/b',
};
const sales: RunSparkJobInput = { applicationId, executionRoleArn, entryPoint: 's3://jobs/sales.py' };
const failed = jobRunIn('FAILED', {
  stateDetails:
    'Job failed, please check complete logs. ExitCode: 1. AnalysisException: Path does not exist: s3://sales',
});

describe('runSparkJob', () => {
  it('sends options as a command line and conf as spark-defaults, without quotes', async () => {
    await using aws = fakeAws({ answers: { StartJobRun: started } });
    const run = await runSparkJob(
      {
        ...sales,
        name: 'sales',
        class: 'com.example.Sales',
        arguments: ['2026-11', 'two words'],
        conf: { 'spark.driver.extraJavaOptions': '-Da=1 -Db=2' },
        options: ['--jars', 's3://jobs/lib.jar'],
        executionTimeoutMinutes: 60,
        maxAttempts: 3,
        logUri: 's3://jobs/logs/',
        tags: { team: 'data' },
      },
      { session: aws.session },
    );
    expect(run).toEqual({ applicationId, jobRunId });
    expect(aws.requests[0]?.path).toBe(`/applications/${applicationId}/jobruns`);
    expect(documentOf(aws.requests[0])).toEqual({
      clientToken: expect.stringMatching(/./) as string,
      executionRoleArn,
      name: 'sales',
      jobDriver: {
        sparkSubmit: {
          entryPoint: 's3://jobs/sales.py',
          entryPointArguments: ['2026-11', 'two words'],
          sparkSubmitParameters: '--class com.example.Sales --jars s3://jobs/lib.jar',
        },
      },
      configurationOverrides: {
        applicationConfiguration: [
          { classification: 'spark-defaults', properties: { 'spark.driver.extraJavaOptions': '-Da=1 -Db=2' } },
        ],
        monitoringConfiguration: { s3MonitoringConfiguration: { logUri: 's3://jobs/logs/' } },
      },
      executionTimeoutMinutes: 60,
      retryPolicy: { maxAttempts: 3 },
      tags: { team: 'data' },
    });
  });

  it('sends only required members by default', async () => {
    await using aws = fakeAws({ answers: { StartJobRun: started } });
    await runSparkJob(sales, { session: aws.session });
    expect(documentOf(aws.requests[0])).toEqual({
      clientToken: expect.stringMatching(/./) as string,
      executionRoleArn,
      jobDriver: { sparkSubmit: { entryPoint: 's3://jobs/sales.py' } },
    });
  });

  it('resolves with the billed resources when the job has succeeded', async () => {
    await using aws = fakeAws({ answers: { StartJobRun: started } });
    for (const state of ['SUBMITTED', 'SCHEDULED', 'RUNNING']) aws.once('GetJobRun', jobRunIn(state));
    aws.on(
      'GetJobRun',
      jobRunIn('SUCCESS', {
        totalExecutionDurationSeconds: 90,
        billedResourceUtilization: { vCPUHour: 0.4, memoryGBHour: 1.6, storageGBHour: 2 },
      }),
    );
    const states: string[] = [];
    const wait = { onProgress: ({ state }: { state: string }): void => void states.push(state) };
    expect(await runSparkJob(sales, { session: aws.session, wait })).toMatchObject({
      state: 'SUCCESS',
      entryPoint: 's3://jobs/sales.py',
      entryPointArguments: ['2026-11'],
      totalExecutionDurationSeconds: 90,
      billedVCpuHours: 0.4,
      billedMemoryGBHours: 1.6,
      billedStorageGBHours: 2,
    });
    expect(states).toEqual(['SUBMITTED', 'SCHEDULED', 'RUNNING', 'SUCCESS']);
  });

  it("ends the wait with AWS's reason if the job fails", async () => {
    await using aws = fakeAws({ answers: { StartJobRun: started } });
    aws.once('GetJobRun', jobRunIn('RUNNING'));
    aws.on('GetJobRun', failed);
    const waiting = runSparkJob(sales, { session: aws.session, wait: true });
    await expect(waiting).rejects.toThrow(WaitError);
    await expect(waiting).rejects.toMatchObject({ id: jobRunId, state: 'FAILED' });
    await expect(waiting).rejects.toThrow('AnalysisException: Path does not exist');
  });

  it('sends the same client token in each retry', async () => {
    await using aws = fakeAws({ answers: { StartJobRun: started } });
    aws.once('StartJobRun', fault('reset'));
    await runSparkJob(sales, { session: aws.session });
    const [first, second] = aws.requests.map(documentOf);
    expect(second).toEqual(first);
    expect(second?.['clientToken']).toMatch(/^[\w-]{36}$/);
  });

  it.each([
    [{ ...sales, applicationId: 'Sales' }, 'the ID of an EMR Serverless application'],
    [{ ...sales, entryPoint: `s3://${'x'.repeat(256)}` }, 'entryPoint'],
    [{ ...sales, executionRoleArn: 'spark-jobs' }, 'executionRoleArn'],
    [{ ...sales, options: ['--jars a'] }, 'options without white space'],
    [{ ...sales, options: Array.from({ length: 11 }, () => 'x'.repeat(10_000)) }, '102,400'],
    [
      { ...sales, conf: Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`spark.p${n}`, ''])) },
      '100 properties',
    ],
    [{ ...sales, mode: 'STREAMING' as const, maxAttempts: 2 }, 'provide maxAttempts only for a batch job'],
    [{ ...sales, logUri: 'jobs/logs' }, 's3://bucket/logs/'],
  ])('rejects invalid input before anything is sent: %#', async (invalid, message) => {
    await using aws = fakeAws();
    const call = runSparkJob(invalid, { session: aws.session });
    await expect(call).rejects.toThrow(InvalidInputError);
    await expect(call).rejects.toThrow(message);
    expect(aws.requests).toEqual([]);
  });
});

describe('a job run', () => {
  it('is described and cancelled by earlier results; the wait resolves when it has ended', async () => {
    await using aws = fakeAws({
      answers: {
        StartJobRun: started,
        CancelJobRun: { applicationId, jobRunId },
        GetJobRun: jobRunIn('RUNNING'),
        ListJobRuns: { jobRuns: [jobRunOf('RUNNING', { id: jobRunId })] },
      },
    });
    const options = { session: aws.session };
    const described = await describeJobRun(await runSparkJob(sales, options), options);
    expect(described).toMatchObject({ state: 'RUNNING', executionRole: executionRoleArn });
    await cancelJobRun(described, options);
    for await (const job of listJobRuns({ applicationId }, options)) await cancelJobRun(job, options);
    aws.once('GetJobRun', jobRunIn('CANCELLING'));
    aws.on('GetJobRun', jobRunIn('CANCELLED'));
    const ids = { applicationId, jobRunId };
    const cancelled = await cancelJobRun({ ...ids, shutdownGracePeriodSeconds: 60 }, { ...options, wait: true });
    expect(cancelled.state).toBe('CANCELLED');
    const cancels = aws.requests.filter(({ operation }) => operation === 'CancelJobRun');
    const path = `/applications/${applicationId}/jobruns/${jobRunId}`;
    expect(cancels.map((request) => request.path)).toEqual([path, path, `${path}?shutdownGracePeriodInSeconds=60`]);
  });

  it.each([5, 1_801, 15.5])('rejects a shutdownGracePeriodSeconds of %d', async (shutdownGracePeriodSeconds) => {
    await using aws = fakeAws();
    const call = cancelJobRun({ applicationId, jobRunId, shutdownGracePeriodSeconds }, { session: aws.session });
    await expect(call).rejects.toThrow(InvalidInputError);
    expect(aws.requests).toEqual([]);
  });

  it('throws NotFoundError that names the job run or the application', async () => {
    await using aws = fakeAws({ answers: { GetJobRun: noApplication } });
    const ids = { applicationId, jobRunId };
    const call = describeJobRun(ids, { session: aws.session });
    await expect(call).rejects.toThrow(NotFoundError);
    await expect(call).rejects.toMatchObject({ resource: 'application', id: applicationId });
    aws.on('GetJobRun', awsError('ResourceNotFoundException', `JobRun ${jobRunId} does not exist`, { status: 404 }));
    await expect(describeJobRun(ids, { session: aws.session })).rejects.toMatchObject({
      name: 'NotFoundError',
      resource: 'job run',
      id: jobRunId,
    });
    aws.on('GetJobRun', awsError('ResourceNotFoundException', 'It is not there', { status: 404 }));
    await expect(describeJobRun(ids, { session: aws.session })).rejects.toMatchObject({
      name: 'NotFoundError',
      id: undefined,
    });
  });

  it('that is cancelled ends a wait for success with the reason, and reaches the goal ended', async () => {
    await using aws = fakeAws({
      answers: { GetJobRun: jobRunIn('CANCELLED', { stateDetails: 'Cancelled by the user' }) },
    });
    const ids = { applicationId, jobRunId };
    const waiting = waitForJobRun({ ...ids, state: 'success' }, { session: aws.session });
    await expect(waiting).rejects.toMatchObject({ name: 'WaitError', reason: 'Cancelled by the user' });
    expect(await waitForJobRun({ ...ids, state: 'ended' }, { session: aws.session })).toMatchObject(ids);
  });

  it('that exceeds the timeout throws DeadlineError with its state and reason', async () => {
    await using aws = fakeAws({ answers: { GetJobRun: jobRunIn('QUEUED', { stateDetails: 'Waiting for capacity' }) } });
    const waiting = waitForJobRun(
      { applicationId, jobRunId, state: 'success' },
      { session: aws.session, timeoutMs: 60_000 },
    );
    await expect(waiting).rejects.toThrow(DeadlineError);
    await expect(waiting).rejects.toThrow('which is QUEUED (Waiting for capacity)');
  });
});
