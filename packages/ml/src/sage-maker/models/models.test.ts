import { AlreadyExistsError, ConflictError, InvalidInputError, NotFoundError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { createModel, deleteModel, describeModel, listModels } from './index.js';

const modelArn = 'arn:aws:sagemaker:eu-west-1:123456789012:model/churn-7';
const role = 'arn:aws:iam::123456789012:role/sagemaker';
const image = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/churn:1';
const modelDataUrl = 's3://models/churn-7/output/model.tar.gz';
const keys = Array.from({ length: 17 }, (_none, index) => `KEY_${index}`);
const job = (TrainingJobStatus: string, more: object = {}): object => ({
  TrainingJobName: 'churn-7',
  TrainingJobArn: 'arn:aws:sagemaker:eu-west-1:123456789012:training-job/churn-7',
  TrainingJobStatus,
  SecondaryStatus: TrainingJobStatus,
  CreationTime: 1_793_520_000,
  ModelArtifacts: { S3ModelArtifacts: modelDataUrl },
  AlgorithmSpecification: { TrainingImage: image, TrainingInputMode: 'File' },
  RoleArn: role,
  ...more,
});

describe('a model', () => {
  it('is created from an image and model data', async () => {
    await using aws = fakeAws({ answers: { CreateModel: { ModelArn: modelArn } } });
    const created = await createModel(
      {
        modelName: 'churn-7',
        executionRoleArn: role,
        image,
        modelDataUrl,
        environment: { WORKERS: '2' },
        enableNetworkIsolation: true,
        subnetIds: ['subnet-0123456789abcdef0'],
        securityGroupIds: ['sg-0123456789abcdef0'],
        tags: { team: 'web' },
      },
      { session: aws.session },
    );
    expect(created).toEqual({ modelName: 'churn-7', modelArn });
    expect(aws.requests.map(({ input }) => input)).toEqual([
      {
        ModelName: 'churn-7',
        ExecutionRoleArn: role,
        PrimaryContainer: { Image: image, ModelDataUrl: modelDataUrl, Environment: { WORKERS: '2' } },
        EnableNetworkIsolation: true,
        VpcConfig: { Subnets: ['subnet-0123456789abcdef0'], SecurityGroupIds: ['sg-0123456789abcdef0'] },
        Tags: [{ Key: 'team', Value: 'web' }],
      },
    ]);
  });

  it('is created from a training job, whose image, data and role are the defaults', async () => {
    await using aws = fakeAws({
      answers: { CreateModel: { ModelArn: modelArn }, DescribeTrainingJob: job('Completed') },
    });
    await createModel({ modelName: 'churn-7', trainingJobName: 'churn-7' }, { session: aws.session });
    await createModel(
      { modelName: 'churn-7', trainingJobName: 'churn-7', image: 'serve:1', executionRoleArn: `${role}/serve` },
      { session: aws.session },
    );
    const sent = aws.requests.filter(({ operation }) => operation === 'CreateModel').map(({ input }) => input);
    expect(sent).toEqual([
      {
        ModelName: 'churn-7',
        ExecutionRoleArn: role,
        PrimaryContainer: { Image: image, ModelDataUrl: modelDataUrl },
      },
      {
        ModelName: 'churn-7',
        ExecutionRoleArn: `${role}/serve`,
        PrimaryContainer: { Image: 'serve:1', ModelDataUrl: modelDataUrl },
      },
    ]);
  });

  it('is created from several containers, or from a package of the model registry', async () => {
    await using aws = fakeAws({ answers: { CreateModel: { ModelArn: modelArn } } });
    const common = { modelName: 'churn-7', executionRoleArn: role };
    await createModel(
      { ...common, containers: [{ image: 'clean:1' }, { image, modelDataUrl }] },
      { session: aws.session },
    );
    await createModel({ ...common, modelPackageName: 'churn/3' }, { session: aws.session });
    expect(aws.requests.map(({ input }) => input)).toMatchObject([
      { Containers: [{ Image: 'clean:1' }, { Image: image, ModelDataUrl: modelDataUrl }] },
      { PrimaryContainer: { ModelPackageName: 'churn/3' } },
    ]);
    expect(aws.requests[0]?.input).not.toHaveProperty('PrimaryContainer');
  });

  it('is not created from a training job that has not completed, or has no image', async () => {
    await using aws = fakeAws();
    aws.once('DescribeTrainingJob', job('Failed'));
    aws.once(
      'DescribeTrainingJob',
      job('Completed', { AlgorithmSpecification: { AlgorithmName: 'boost', TrainingInputMode: 'File' } }),
    );
    const input = { modelName: 'churn-7', trainingJobName: 'churn-7' };
    const call = createModel(input, { session: aws.session });
    await expect(call).rejects.toThrow(ConflictError);
    await expect(call).rejects.toThrow('the training job churn-7 is Failed; only a completed job has a model. If it');
    await expect(createModel(input, { session: aws.session })).rejects.toThrow(
      'createModel: the training job churn-7 has no image; pass image.',
    );
    expect(aws.requests.map(({ operation }) => operation)).toEqual(['DescribeTrainingJob', 'DescribeTrainingJob']);
  });

  it.each([
    [{ executionRoleArn: role }, 'one of image, trainingJobName, modelPackageName and containers'],
    [{ executionRoleArn: role, image, modelPackageName: 'churn/3' }, 'one of image, trainingJobName'],
    [{ executionRoleArn: role, image, containers: [{ image }, { image }] }, 'one of image, trainingJobName'],
    [{ executionRoleArn: role, containers: [{ image }] }, 'at least 2 items'],
    [{ executionRoleArn: role, containers: [{ image }, { modelDataUrl }] }, 'either an image or a modelPackageName'],
    [{ image }, 'provide an executionRoleArn'],
    [{ executionRoleArn: role, image, modelDataUrl: 'model.tar.gz' }, 'an S3 URI'],
    [{ executionRoleArn: role, image, environment: { '1ST': 'x' } }, 'names of letters, digits and _'],
    [
      {
        executionRoleArn: role,
        containers: [1, 2].map(() => ({
          image,
          environment: Object.fromEntries(keys.map((key) => [key, 'x'.repeat(1_000)])),
        })),
      },
      'environment variables of at most 32 KB in total',
    ],
  ])('is not created from invalid input, and nothing is sent: %o', async (invalid, message) => {
    await using aws = fakeAws();
    const call = createModel({ modelName: 'churn-7', ...invalid }, { session: aws.session });
    await expect(call).rejects.toThrow(InvalidInputError);
    await expect(call).rejects.toThrow(message);
    expect(aws.requests).toEqual([]);
  });

  it("throws AlreadyExistsError or NotFoundError by SageMaker's message", async () => {
    await using aws = fakeAws();
    aws.on('CreateModel', awsError('ValidationException', `Cannot create already existing model "${modelArn}".`));
    aws.on('DescribeModel', awsError('ValidationException', `Could not find model "${modelArn}".`));
    aws.on('DeleteModel', awsError('ValidationException', `Could not find model "${modelArn}".`));
    const input = { modelName: 'churn-7', executionRoleArn: role, image };
    await expect(createModel(input, { session: aws.session })).rejects.toThrow(AlreadyExistsError);
    await expect(describeModel('churn-7', { session: aws.session })).rejects.toThrow(NotFoundError);
    await expect(deleteModel('churn-7', { session: aws.session })).rejects.toThrow(
      'model churn-7 does not exist in this account and region',
    );
  });

  it('is described without its environment variables, listed and deleted', async () => {
    await using aws = fakeAws({ answers: { DeleteModel: {} } });
    const summary = { ModelName: 'churn-7', ModelArn: modelArn, CreationTime: 1_793_520_000 };
    aws.on('ListModels', { Models: [summary] });
    aws.on('DescribeModel', {
      ...summary,
      ExecutionRoleArn: role,
      PrimaryContainer: { Image: image, ModelDataUrl: modelDataUrl, Environment: { TOKEN: 'hunter2' } },
      VpcConfig: { Subnets: ['subnet-0123456789abcdef0'], SecurityGroupIds: ['sg-0123456789abcdef0'] },
    });
    const described = await describeModel('churn-7', { session: aws.session });
    expect(described).toMatchObject({
      primaryContainer: { image, modelDataUrl },
      containers: [],
      subnetIds: ['subnet-0123456789abcdef0'],
      securityGroupIds: ['sg-0123456789abcdef0'],
    });
    expect(JSON.stringify(described)).not.toContain('hunter2');
    const listed = await listModels({ nameContains: 'churn' }, { session: aws.session }).toArray();
    expect(listed).toMatchObject([{ modelName: 'churn-7' }]);
    expect(await deleteModel(described, { session: aws.session })).toBeUndefined();
    expect(aws.requests.at(-1)?.input).toEqual({ ModelName: 'churn-7' });
  });
});
