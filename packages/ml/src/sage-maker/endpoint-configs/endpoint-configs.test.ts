import { NotFoundError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { deleteEndpointConfig, describeEndpointConfig, listEndpointConfigs } from './index.js';

const config = {
  EndpointConfigName: 'churn-1f0c2a9b7d3e',
  EndpointConfigArn: 'arn:aws:sagemaker:eu-west-1:123456789012:endpoint-config/churn-1f0c2a9b7d3e',
  CreationTime: 1_793_520_000,
};

it('describes variants with instances and serverless variants', async () => {
  await using aws = fakeAws();
  aws.on('DescribeEndpointConfig', {
    ...config,
    ProductionVariants: [
      { VariantName: 'old', ModelName: 'churn-6', InstanceType: 'ml.m5.large', InitialInstanceCount: 2 },
      { VariantName: 'new', ModelName: 'churn-7', ServerlessConfig: { MemorySizeInMB: 2_048, MaxConcurrency: 5 } },
    ],
  });
  const described = await describeEndpointConfig(config.EndpointConfigName, { session: aws.session });
  expect(described.productionVariants).toEqual([
    { variantName: 'old', modelName: 'churn-6', instanceType: 'ml.m5.large', initialInstanceCount: 2 },
    { variantName: 'new', modelName: 'churn-7', serverless: { memoryMiB: 2_048, maxConcurrency: 5 } },
  ]);
});

it('lists and deletes a configuration, and throws NotFoundError for a deleted one', async () => {
  await using aws = fakeAws({ answers: { ListEndpointConfigs: { EndpointConfigs: [config] } } });
  const [listed] = await listEndpointConfigs({ sortBy: 'Name' }, { session: aws.session }).toArray();
  aws.once('DeleteEndpointConfig', {});
  await deleteEndpointConfig(listed!, { session: aws.session });
  expect(aws.requests.map(({ input }) => input)).toEqual([
    { SortBy: 'Name', MaxResults: 100 },
    { EndpointConfigName: 'churn-1f0c2a9b7d3e' },
  ]);
  const message = `Could not find endpoint configuration "${config.EndpointConfigArn}".`;
  aws.on('DeleteEndpointConfig', awsError('ValidationException', message));
  const error: unknown = await deleteEndpointConfig(listed!, { session: aws.session }).catch((each: unknown) => each);
  expect(error).toBeInstanceOf(NotFoundError);
  expect(error).toMatchObject({ resource: 'endpoint configuration', id: 'churn-1f0c2a9b7d3e' });
});
