import { NotFoundError } from '@arch/core';
import { expect, it } from 'vitest';

import { describeTrainingJob, listTrainingJobs, trainModel } from './index.js';

it('creates a training job, waits for it, describes it and lists it', async () => {
  const trainingJobName = `churn-${Date.now()}`;
  // On the local AWS a job completes at once, with a fixed metric. It does not support StopTrainingJob.
  const trained = await trainModel(
    {
      trainingJobName,
      trainingImage: '123456789012.dkr.ecr.us-east-1.amazonaws.com/churn:1',
      roleArn: 'arn:aws:iam::123456789012:role/sagemaker',
      channels: { train: 's3://data/churn/train' },
      s3OutputPath: 's3://models',
      instanceType: 'ml.m5.large',
      hyperParameters: { epochs: 10 },
    },
    { wait: { pollMs: 50 } },
  );
  expect(trained).toMatchObject({
    trainingJobStatus: 'Completed',
    hyperParameters: { epochs: '10' },
    s3ModelArtifacts: `s3://models/${trainingJobName}/output/model.tar.gz`,
    channels: [{ channelName: 'train', s3Uri: 's3://data/churn/train' }],
    finalMetrics: { 'train:progress': 100 },
  });
  expect(await describeTrainingJob(trained)).toEqual(trained);
  const listed = await Array.fromAsync(listTrainingJobs({ nameContains: trainingJobName }));
  expect(listed).toMatchObject([{ trainingJobName, trainingJobStatus: 'Completed' }]);
  await expect(describeTrainingJob('no-such-job')).rejects.toThrow(NotFoundError);
});
