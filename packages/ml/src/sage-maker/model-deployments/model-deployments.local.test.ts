import { NotFoundError } from '@arch/core';
import { expect, it } from 'vitest';

import { describeEndpointConfig, listEndpointConfigs } from '../endpoint-configs/index.js';
import { deleteEndpoint, describeEndpoint, listEndpoints } from '../endpoints/index.js';
import { createModel, deleteModel } from '../models/index.js';
import { predict } from '../../sage-maker-runtime/predictions/index.js';
import { deployModel } from './index.js';

it('deploys a model, invokes it and deletes everything', async () => {
  const name = `churn-${Date.now()}`;
  const executionRoleArn = 'arn:aws:iam::123456789012:role/sagemaker';
  const image = '123456789012.dkr.ecr.us-east-1.amazonaws.com/churn:1';
  await createModel({ modelName: name, executionRoleArn, image, modelDataUrl: 's3://models/model.tar.gz' });
  // The local AWS does not support UpdateEndpoint, so the endpoint is only created.
  const wait = { pollMs: 50 };
  const endpoint = await deployModel({ endpointName: name, modelName: name, instanceType: 'ml.m5.large' }, { wait });
  expect(endpoint).toMatchObject({ endpointStatus: 'InService' });
  const configName = String(endpoint.endpointConfigName);
  expect(await describeEndpointConfig(configName)).toMatchObject({
    productionVariants: [{ modelName: name, instanceType: 'ml.m5.large' }],
  });
  expect(await Array.fromAsync(listEndpoints(), ({ endpointName }) => endpointName)).toContain(name);
  expect(await Array.fromAsync(listEndpointConfigs(), (each) => each.endpointConfigName)).toContain(configName);

  // The local AWS returns the same response for every request.
  const { payload } = await predict({
    endpointName: name,
    payload: '1,2,3',
    contentType: 'text/csv',
    accept: 'text/csv',
  });
  expect(Buffer.from(payload as Uint8Array).toString()).toBe('body');

  await deleteEndpoint(endpoint, { wait });
  await deleteModel(name);
  await expect(describeEndpoint(name)).rejects.toThrow(NotFoundError);
  await expect(describeEndpointConfig(configName)).rejects.toThrow(NotFoundError);
});
