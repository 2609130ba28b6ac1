import { InvalidInputError } from '@arch/core';
import { describe, expect, it } from 'vitest';

import { deleteEndpoint } from '../endpoints/index.js';
import { absent, arn, deployment, endpoint, madeBy, old, sageMaker, sent } from './__fixtures__/deployments.js';
import { deployModel } from './index.js';

describe('a deployment', () => {
  it('creates an endpoint, and waits until it is in service', async () => {
    await using aws = sageMaker(
      absent,
      (config) => endpoint('Creating', config),
      (config) => endpoint('InService', config),
    );
    const deployed = await deployModel({ ...deployment, tags: { team: 'web' } }, { session: aws.session, wait: true });
    const name = madeBy(aws);
    expect(name).toMatch(/^churn-[0-9a-f]{12}$/);
    expect(deployed).toMatchObject({ endpointStatus: 'InService', endpointConfigName: name });
    expect(sent(aws)).toEqual([
      'DescribeModel',
      'DescribeEndpoint',
      'CreateEndpointConfig',
      'DescribeEndpointConfig',
      'CreateEndpoint',
      'DescribeEndpoint',
      'DescribeEndpoint',
    ]);
    const tags = [{ Key: 'team', Value: 'web' }];
    expect(aws.requests[2]?.input).toEqual({
      EndpointConfigName: name,
      ProductionVariants: [
        {
          VariantName: 'AllTraffic',
          ModelName: 'churn-7',
          InstanceType: 'ml.m5.large',
          InitialInstanceCount: 1,
          InitialVariantWeight: 1,
        },
      ],
      Tags: tags,
    });
    expect(aws.requests[4]?.input).toEqual({ EndpointName: 'churn', EndpointConfigName: name, Tags: tags });
  });

  it('updates an existing endpoint, and deletes the previous configuration when the new one is in service', async () => {
    await using aws = sageMaker(endpoint('InService', old), endpoint('Updating', old), (config) =>
      endpoint('InService', config),
    );
    await deployModel(
      {
        ...deployment,
        retainAllVariantProperties: true,
        rollbackAlarmNames: ['churn-errors'],
        trafficRouting: { type: 'CANARY', waitIntervalSeconds: 300, stepPercent: 10 },
      },
      { session: aws.session, wait: true },
    );
    expect(aws.requests[4]).toMatchObject({
      operation: 'UpdateEndpoint',
      input: {
        EndpointName: 'churn',
        EndpointConfigName: madeBy(aws),
        RetainAllVariantProperties: true,
        DeploymentConfig: {
          BlueGreenUpdatePolicy: {
            TrafficRoutingConfiguration: {
              Type: 'CANARY',
              WaitIntervalInSeconds: 300,
              CanarySize: { Type: 'CAPACITY_PERCENT', Value: 10 },
            },
          },
          AutoRollbackConfiguration: { Alarms: [{ AlarmName: 'churn-errors' }] },
        },
      },
    });
    expect(aws.requests.at(-1)).toMatchObject({
      operation: 'DeleteEndpointConfig',
      input: { EndpointConfigName: old },
    });
  });

  it('returns the name of the replaced configuration without wait', async () => {
    await using aws = sageMaker(endpoint('InService', old));
    const serverless = { memoryMiB: 2_048, maxConcurrency: 5 };
    const deployed = await deployModel(
      { endpointName: 'churn', modelName: 'churn-7', serverless },
      { session: aws.session },
    );
    expect(deployed).toEqual({
      endpointName: 'churn',
      endpointArn: arn,
      endpointConfigName: madeBy(aws),
      created: false,
      replacedEndpointConfigName: old,
    });
    expect(aws.requests[2]?.input['ProductionVariants']).toEqual([
      {
        VariantName: 'AllTraffic',
        ModelName: 'churn-7',
        ServerlessConfig: { MemorySizeInMB: 2_048, MaxConcurrency: 5 },
      },
    ]);
    expect(sent(aws)).not.toContain('DeleteEndpointConfig');
    aws.once('DescribeEndpoint', endpoint('InService', old));
    await deleteEndpoint(deployed, { session: aws.session });
  });

  it('keeps a previous configuration that it did not create, and sends the members of aws', async () => {
    await using aws = sageMaker(endpoint('InService', 'by-hand'), (config) => endpoint('InService', config));
    const more = { aws: { EnableNetworkIsolation: true } };
    await deployModel({ ...deployment, ...more }, { session: aws.session, wait: true });
    expect(aws.requests[2]?.input).toMatchObject({ EnableNetworkIsolation: true });
    expect(sent(aws)).not.toContain('DeleteEndpointConfig');
  });

  it.each([
    [{ instanceType: undefined }, 'either an instanceType or serverless'],
    [{ serverless: { memoryMiB: 2_048, maxConcurrency: 5 } }, 'either an instanceType or serverless'],
    [{ instanceType: undefined, serverless: { memoryMiB: 1_500, maxConcurrency: 5 } }, 'a multiple of 1024'],
    [
      { instanceType: undefined, instanceCount: 2, serverless: { memoryMiB: 1_024, maxConcurrency: 5 } },
      'serverless without',
    ],
    [{ trafficRouting: { type: 'CANARY', waitIntervalSeconds: 60 } }, 'a stepPercent for CANARY and LINEAR'],
    [{ trafficRouting: { type: 'LINEAR', waitIntervalSeconds: 60, stepPercent: 5 } }, 'a stepPercent of at least 10'],
    [{ endpointName: 'churn_7' }, '1–63 letters, digits and -'],
    [{ volumeSizeGiB: 513 }, 'volumeSizeGiB must be at most 512 (got 513)'],
    [{ aws: { NoSuchMember: 1 } }, 'unknown member aws.NoSuchMember: the members are EndpointConfigName,'],
  ])('rejects invalid input before anything is sent: %o', async (invalid, message) => {
    await using aws = sageMaker();
    const call = deployModel({ ...deployment, ...invalid } as never, { session: aws.session });
    await expect(call).rejects.toThrow(InvalidInputError);
    await expect(call).rejects.toThrow(message);
    expect(aws.requests).toEqual([]);
  });
});
