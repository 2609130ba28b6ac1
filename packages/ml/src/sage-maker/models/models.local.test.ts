import { NotFoundError } from '@arch/core';
import { expect, it } from 'vitest';

import { trainModel } from '../training-jobs/index.js';
import { createModel, deleteModel, describeModel, listModels } from './index.js';

it('creates a model from a training job, describes it, lists it and deletes it', async () => {
  const name = `churn-${Date.now()}`;
  const image = '123456789012.dkr.ecr.us-east-1.amazonaws.com/churn:1';
  const roleArn = 'arn:aws:iam::123456789012:role/sagemaker';
  await trainModel(
    {
      trainingJobName: name,
      trainingImage: image,
      roleArn,
      s3OutputPath: 's3://models',
      instanceType: 'ml.m5.large',
    },
    { wait: { pollMs: 50 } },
  );
  await createModel({ modelName: name, trainingJobName: name });
  expect(await describeModel(name)).toMatchObject({
    executionRoleArn: roleArn,
    primaryContainer: { image, modelDataUrl: `s3://models/${name}/output/model.tar.gz` },
  });
  expect(await Array.fromAsync(listModels(), ({ modelName }) => modelName)).toContain(name);
  await deleteModel(name);
  await expect(describeModel(name)).rejects.toThrow(NotFoundError);
});
