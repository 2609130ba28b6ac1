import { AlreadyExistsError, InvalidInputError, type Progress, QuotaExceededError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { trainModel } from './index.js';

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
const training = {
  trainingJobName: 'churn-7',
  trainingImage: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/churn:1',
  roleArn: 'arn:aws:iam::123456789012:role/sagemaker',
  s3OutputPath: 's3://models',
  instanceType: 'ml.m5.large',
} as const;

describe('trainModel', () => {
  it('creates a job with the defaults, reports its status and resolves with its metrics', async () => {
    await using aws = fakeAws({ answers: { CreateTrainingJob: { TrainingJobArn: name.TrainingJobArn } } });
    aws.once(
      'DescribeTrainingJob',
      job('InProgress', 'Starting', transitions('Starting', 'Launching requested ML instances')),
    );
    aws.once('DescribeTrainingJob', job('InProgress', 'Training', transitions('Training', 'Training in progress.')));
    aws.on('DescribeTrainingJob', {
      ...job('Completed', 'Completed'),
      FinalMetricDataList: [{ MetricName: 'validation:auc', Value: 0.91, Timestamp: 1_793_520_500 }],
      HyperParameters: { epochs: '10' },
      BillableTimeInSeconds: 300,
    });
    const reported: Progress[] = [];
    const trained = await trainModel(
      { ...training, channels: { train: 's3://data/churn/train' }, hyperParameters: { epochs: 10, shuffle: true } },
      { session: aws.session, wait: { onProgress: (progress) => reported.push(progress) } },
    );
    expect(trained).toMatchObject({
      trainingJobStatus: 'Completed',
      finalMetrics: { 'validation:auc': 0.91 },
      s3ModelArtifacts: 's3://models/churn-7/output/model.tar.gz',
      hyperParameters: { epochs: '10' },
      billableTimeSeconds: 300,
    });
    expect(reported).toMatchObject([
      { state: 'Starting', reason: 'Launching requested ML instances' },
      { state: 'Training', reason: 'Training in progress.' },
      { state: 'Completed' },
    ]);
    expect(aws.requests[0]?.input).toEqual({
      TrainingJobName: 'churn-7',
      RoleArn: training.roleArn,
      AlgorithmSpecification: { TrainingImage: training.trainingImage, TrainingInputMode: 'File' },
      HyperParameters: { epochs: '10', shuffle: 'true' },
      InputDataConfig: [
        {
          ChannelName: 'train',
          DataSource: {
            S3DataSource: {
              S3DataType: 'S3Prefix',
              S3Uri: 's3://data/churn/train',
              S3DataDistributionType: 'FullyReplicated',
            },
          },
        },
      ],
      OutputDataConfig: { S3OutputPath: 's3://models' },
      ResourceConfig: { InstanceType: 'ml.m5.large', InstanceCount: 1, VolumeSizeInGB: 30 },
      StoppingCondition: { MaxRuntimeInSeconds: 86_400 },
      EnableInterContainerTrafficEncryption: false,
    });
  });

  it('sends all members of the input, and encrypts the traffic between several instances', async () => {
    await using aws = fakeAws({ answers: { CreateTrainingJob: { TrainingJobArn: name.TrainingJobArn } } });
    const channel = {
      s3Uri: 's3://data/train',
      contentType: 'text/csv',
      s3DataDistributionType: 'ShardedByS3Key',
    } as const;
    const created = await trainModel(
      {
        ...training,
        channels: { train: channel },
        instanceCount: 2,
        volumeSizeGiB: 100,
        enableManagedSpotTraining: true,
        maxRuntimeSeconds: 3_600,
        maxWaitTimeSeconds: 7_200,
        checkpointS3Uri: 's3://models/checkpoints',
        metricDefinitions: { loss: 'loss=([0-9.]+)' },
        subnetIds: ['subnet-0123456789abcdef0'],
        securityGroupIds: ['sg-0123456789abcdef0'],
        enableNetworkIsolation: true,
        maximumRetryAttempts: 2,
        tags: { team: 'web' },
      },
      { session: aws.session },
    );
    expect(created).toEqual({ trainingJobName: 'churn-7', trainingJobArn: name.TrainingJobArn });
    expect(aws.requests[0]?.input).toMatchObject({
      AlgorithmSpecification: { MetricDefinitions: [{ Name: 'loss', Regex: 'loss=([0-9.]+)' }] },
      InputDataConfig: [
        { ContentType: 'text/csv', DataSource: { S3DataSource: { S3DataDistributionType: 'ShardedByS3Key' } } },
      ],
      ResourceConfig: { InstanceCount: 2, VolumeSizeInGB: 100 },
      StoppingCondition: { MaxRuntimeInSeconds: 3_600, MaxWaitTimeInSeconds: 7_200 },
      EnableManagedSpotTraining: true,
      EnableInterContainerTrafficEncryption: true,
      EnableNetworkIsolation: true,
      CheckpointConfig: { S3Uri: 's3://models/checkpoints' },
      VpcConfig: { Subnets: ['subnet-0123456789abcdef0'], SecurityGroupIds: ['sg-0123456789abcdef0'] },
      RetryStrategy: { MaximumRetryAttempts: 2 },
      Tags: [{ Key: 'team', Value: 'web' }],
    });
  });

  it.each([
    [
      { trainingJobName: 'churn_7' },
      'trainingJobName must be 1–63 letters, digits and -, with no - at either end (got "churn_7")',
    ],
    [{ trainingImage: undefined }, 'either a trainingImage or an algorithmName'],
    [{ algorithmName: 'xgboost' }, 'either a trainingImage or an algorithmName'],
    [{ roleArn: 'sagemaker' }, 'the ARN of a role'],
    [{ s3OutputPath: 'models' }, 'an S3 URI such as s3://bucket/prefix'],
    [{ channels: { train: '/data' } }, 'channels.train must be an S3 URI such as s3://bucket/prefix (got "/data")'],
    [{ channels: { 'train/1': 's3://data' } }, 'channels whose names are 1–64 letters'],
    [
      { channels: { train: { s3Uri: 's3://data', compressionType: 'Gzip' } } },
      'provide compressionType Gzip only for channels with the input mode Pipe',
    ],
    [{ instanceType: 'm5.large' }, 'an instance type such as ml.m5.large'],
    [
      { enableManagedSpotTraining: true },
      'provide maxWaitTimeSeconds if and only if enableManagedSpotTraining is true',
    ],
    [{ maxWaitTimeSeconds: 90_000 }, 'provide maxWaitTimeSeconds if and only if enableManagedSpotTraining is true'],
    [
      { enableManagedSpotTraining: true, maxWaitTimeSeconds: 3_600 },
      'maxWaitTimeSeconds of at least maxRuntimeSeconds',
    ],
    [{ maxRuntimeSeconds: 2_419_201 }, 'maxRuntimeSeconds must be at most 2419200 (got 2419201)'],
    [{ subnetIds: ['subnet-0123456789abcdef0'] }, 'subnetIds and securityGroupIds together'],
    [{ hyperParameters: { layers: [1] } }, 'an object of at most 100 strings, numbers and booleans'],
    [{ metricDefinitions: { loss: '' } }, 'metricDefinitions.loss'],
  ])('rejects invalid input before anything is sent: %o', async (invalid, message) => {
    await using aws = fakeAws();
    const call = trainModel({ ...training, ...invalid } as never, { session: aws.session });
    await expect(call).rejects.toThrow(InvalidInputError);
    await expect(call).rejects.toThrow(message);
    expect(aws.requests).toEqual([]);
  });

  it('quotes no environment variable and no hyperparameter in an error', async () => {
    await using aws = fakeAws();
    for (const member of ['environment', 'hyperParameters']) {
      const call = trainModel({ ...training, [member]: { KEY: 'hunter2'.repeat(400) } }, { session: aws.session });
      await expect(call).rejects.toThrow(new RegExp(`^trainModel: ${member}: provide an object`));
      await expect(call).rejects.not.toThrow('hunter2');
    }
  });

  it('throws AlreadyExistsError for an existing name, also after a lost response', async () => {
    await using aws = fakeAws();
    aws.once('CreateTrainingJob', awsError('InternalFailure', 'try again', { status: 500 }));
    aws.on('CreateTrainingJob', awsError('ResourceInUse', 'Job name must be unique within an AWS account and region'));
    await expect(trainModel(training, { session: aws.session })).rejects.toThrow(AlreadyExistsError);
    expect(aws.requests).toHaveLength(2);
    aws.on('CreateTrainingJob', awsError('ResourceLimitExceeded', 'The account-level service limit is 0 Instances'));
    await expect(trainModel(training, { session: aws.session })).rejects.toThrow(QuotaExceededError);
  });
});
