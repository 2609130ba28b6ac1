import { ConflictError, NotFoundError, WaitError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { describeTrainingJob, listTrainingJobs, stopTrainingJob, waitForTrainingJob } from './index.js';

const name = {
  TrainingJobName: 'churn-7',
  TrainingJobArn: 'arn:aws:sagemaker:eu-west-1:123456789012:training-job/churn-7',
};
const job = (TrainingJobStatus: string, SecondaryStatus: string, more: object = {}): object => ({
  ...name,
  TrainingJobStatus,
  SecondaryStatus,
  ModelArtifacts: { S3ModelArtifacts: 's3://models/churn-7/output/model.tar.gz' },
  CreationTime: 1_793_520_000,
  ...more,
});
const transitions = (Status: string, StatusMessage: string): object => ({
  SecondaryStatusTransitions: [
    { Status: 'Starting', StartTime: 1_793_520_000, StatusMessage: 'Preparing the instances for training' },
    { Status, StartTime: 1_793_520_060, StatusMessage },
  ],
});
describe('a wait for a training job', () => {
  it("ends with SageMaker's reason if the job fails", async () => {
    await using aws = fakeAws();
    aws.once('DescribeTrainingJob', job('InProgress', 'Training'));
    aws.on('DescribeTrainingJob', job('Failed', 'Failed', { FailureReason: 'AlgorithmError: exit code 137' }));
    const error: unknown = await waitForTrainingJob(
      { trainingJobName: 'churn-7', state: 'completed' },
      { session: aws.session },
    ).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(WaitError);
    expect(error).toMatchObject({ id: 'churn-7', state: 'Failed', reason: 'AlgorithmError: exit code 137' });
    expect(aws.requests).toHaveLength(2);
  });

  it('reports Stopping for a job that still has the previous secondary status', async () => {
    await using aws = fakeAws();
    aws.once('DescribeTrainingJob', job('Stopping', 'Training'));
    aws.on('DescribeTrainingJob', job('Stopped', 'Stopped'));
    const states: string[] = [];
    const onProgress = ({ state }: { state: string }): void => void states.push(state);
    const ended = { trainingJobName: 'churn-7', state: 'ended' } as const;
    await waitForTrainingJob(ended, { session: aws.session, onProgress });
    expect(states).toEqual(['Stopping', 'Stopped']);
  });

  it('ends with the reason of the stop when the job has stopped', async () => {
    await using aws = fakeAws();
    aws.once('DescribeTrainingJob', job('Stopping', 'Stopping'));
    aws.on('DescribeTrainingJob', {
      ...job('Stopped', 'MaxRuntimeExceeded'),
      ...transitions('MaxRuntimeExceeded', 'Training job runtime exceeded MaxRuntimeInSeconds provided'),
    });
    await expect(
      waitForTrainingJob({ trainingJobName: 'churn-7', state: 'completed' }, { session: aws.session }),
    ).rejects.toMatchObject({
      state: 'MaxRuntimeExceeded',
      reason: 'Training job runtime exceeded MaxRuntimeInSeconds provided',
    });
  });
});

describe('a training job', () => {
  it('is stopped; the wait resolves when it has ended', async () => {
    await using aws = fakeAws({ answers: { StopTrainingJob: {} } });
    aws.once('DescribeTrainingJob', job('Stopping', 'Stopping'));
    aws.once('DescribeTrainingJob', job('Stopped', 'Stopped'));
    expect(await stopTrainingJob('churn-7', { session: aws.session, wait: true })).toMatchObject({
      trainingJobStatus: 'Stopped',
    });
    expect(await stopTrainingJob('churn-7', { session: aws.session })).toEqual({ trainingJobName: 'churn-7' });
    aws.on(
      'StopTrainingJob',
      awsError('ValidationException', 'The request was rejected because the training job is in status Completed.'),
    );
    await expect(stopTrainingJob('churn-7', { session: aws.session })).rejects.toThrow(ConflictError);
  });

  it('that does not exist throws NotFoundError, although AWS returns a ValidationException', async () => {
    await using aws = fakeAws();
    aws.on('DescribeTrainingJob', awsError('ValidationException', 'Requested resource not found.'));
    const error: unknown = await describeTrainingJob('churn-8', { session: aws.session }).catch(
      (each: unknown) => each,
    );
    expect(error).toBeInstanceOf(NotFoundError);
    expect(error).toMatchObject({ resource: 'training job', id: 'churn-8' });
  });

  it('contains its environment variables only in aws', async () => {
    await using aws = fakeAws();
    aws.on('DescribeTrainingJob', job('InProgress', 'Training', { Environment: { TOKEN: 'hunter2' } }));
    const described = await describeTrainingJob('churn-7', { session: aws.session });
    expect(JSON.stringify(described)).not.toContain('hunter2');
    expect(described.aws['Environment']).toEqual({ TOKEN: 'hunter2' });
  });

  it('is listed with the newest first, over all pages', async () => {
    await using aws = fakeAws();
    const summary = { ...name, TrainingJobStatus: 'Failed', CreationTime: 1_793_520_000 };
    aws.once('ListTrainingJobs', { TrainingJobSummaries: [summary], NextToken: 'more' });
    aws.once('ListTrainingJobs', { TrainingJobSummaries: [{ ...summary, TrainingJobName: 'churn-6' }] });
    const filter = { statusEquals: 'Failed', nameContains: 'churn' } as const;
    const names = await Array.fromAsync(
      listTrainingJobs(filter, { session: aws.session }),
      (each) => each.trainingJobName,
    );
    expect(names).toEqual(['churn-7', 'churn-6']);
    expect(aws.requests.map(({ input }) => input)).toEqual([
      { StatusEquals: 'Failed', NameContains: 'churn', SortOrder: 'Descending', MaxResults: 100 },
      { StatusEquals: 'Failed', NameContains: 'churn', SortOrder: 'Descending', MaxResults: 100, NextToken: 'more' },
    ]);
  });
});
