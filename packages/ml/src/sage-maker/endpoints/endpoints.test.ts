import { AccessDeniedError, ConflictError, NotFoundError, type Progress, WaitError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { deleteEndpoint, describeEndpoint, listEndpoints, waitForEndpoint } from './index.js';

const endpoint = (EndpointStatus: string, more: object = {}): object => ({
  EndpointName: 'churn',
  EndpointArn: 'arn:aws:sagemaker:eu-west-1:123456789012:endpoint/churn',
  EndpointConfigName: 'churn-1f0c2a9b7d3e',
  EndpointStatus,
  CreationTime: 1_793_520_000,
  LastModifiedTime: 1_793_520_600,
  ...more,
});
const absent = awsError(
  'ValidationException',
  'Could not find endpoint "arn:aws:sagemaker:eu-west-1:123456789012:endpoint/churn".',
);
const inService = { endpointName: 'churn', state: 'in-service' } as const;

describe('an endpoint', () => {
  it('says what it runs and what is being deployed', async () => {
    await using aws = fakeAws();
    aws.on('DescribeEndpoint', {
      ...endpoint('Updating'),
      ProductionVariants: [
        {
          VariantName: 'AllTraffic',
          CurrentInstanceCount: 2,
          DesiredInstanceCount: 2,
          DeployedImages: [{ SpecifiedImage: 'churn:1', ResolvedImage: 'churn@sha256:0f' }],
        },
      ],
      PendingDeploymentSummary: {
        EndpointConfigName: 'churn-2b5d8e1c4f7a',
        ProductionVariants: [{ VariantName: 'AllTraffic', VariantStatus: [{ Status: 'Baking' }] }],
      },
    });
    expect(await describeEndpoint('churn', { session: aws.session })).toMatchObject({
      endpointStatus: 'Updating',
      endpointConfigName: 'churn-1f0c2a9b7d3e',
      productionVariants: [{ variantName: 'AllTraffic', currentInstanceCount: 2, deployedImages: ['churn:1'] }],
      pendingDeployment: {
        endpointConfigName: 'churn-2b5d8e1c4f7a',
        productionVariants: [{ variantName: 'AllTraffic', status: 'Baking' }],
      },
    });
  });

  it('is listed by status', async () => {
    await using aws = fakeAws();
    const { EndpointConfigName: _notListed, ...summary } = endpoint('InService') as Record<string, unknown>;
    aws.on('ListEndpoints', { Endpoints: [summary] });
    const listed = await listEndpoints({ statusEquals: 'InService' }, { session: aws.session }).toArray();
    expect(listed).toMatchObject([{ endpointName: 'churn', endpointStatus: 'InService' }]);
    expect(aws.requests[0]?.input).toEqual({ StatusEquals: 'InService', MaxResults: 100 });
  });
});

describe('a wait for an endpoint', () => {
  it('tells how far it is', async () => {
    await using aws = fakeAws();
    aws.once('DescribeEndpoint', {
      ...endpoint('Creating'),
      PendingDeploymentSummary: {
        EndpointConfigName: 'churn-1f0c2a9b7d3e',
        ProductionVariants: [{ VariantName: 'AllTraffic', VariantStatus: [{ Status: 'Creating' }] }],
      },
    });
    aws.once('DescribeEndpoint', endpoint('InService'));
    const seen: Progress[] = [];
    await waitForEndpoint(inService, { session: aws.session, onProgress: (progress) => seen.push(progress) });
    expect(seen).toMatchObject([{ state: 'Creating', reason: 'AllTraffic: Creating' }, { state: 'InService' }]);
  });

  it.each(['Failed', 'UpdateRollbackFailed', 'Deleting'])(
    'ends at once when it is %s, with the reason',
    async (state) => {
      await using aws = fakeAws({
        answers: {
          DescribeEndpoint: endpoint(state, { FailureReason: 'The container did not pass the ping health check.' }),
        },
      });
      await expect(waitForEndpoint(inService, { session: aws.session })).rejects.toMatchObject({
        name: 'WaitError',
        state,
        reason: 'The container did not pass the ping health check.',
      });
      expect(aws.requests).toHaveLength(1);
    },
  );

  it('for one configuration fails when SageMaker has rolled back to another', async () => {
    await using aws = fakeAws();
    aws.once('DescribeEndpoint', endpoint('Updating'));
    aws.once('DescribeEndpoint', endpoint('InService'));
    const wait = waitForEndpoint({ ...inService, endpointConfigName: 'churn-2b5d8e1c4f7a' }, { session: aws.session });
    await expect(wait).rejects.toThrow(WaitError);
    await expect(wait).rejects.toMatchObject({ reason: 'It runs the configuration churn-1f0c2a9b7d3e' });
  });

  it('that is deleted ends when it is gone, and fails when it cannot be deleted', async () => {
    await using aws = fakeAws();
    aws.once('DescribeEndpoint', endpoint('Deleting'));
    aws.once('DescribeEndpoint', absent);
    const gone = { endpointName: 'churn', state: 'deleted' } as const;
    expect(await waitForEndpoint(gone, { session: aws.session })).toBeUndefined();
    aws.once('DescribeEndpoint', endpoint('Failed', { FailureReason: 'The role is gone' }));
    await expect(waitForEndpoint(gone, { session: aws.session })).rejects.toThrow('The role is gone');
    aws.once('DescribeEndpoint', absent);
    await expect(waitForEndpoint(inService, { session: aws.session })).rejects.toThrow(NotFoundError);
  });
});

describe('deleting an endpoint', () => {
  const sent = (aws: { readonly requests: readonly { readonly operation: string }[] }): readonly string[] =>
    aws.requests.map(({ operation }) => operation);

  it('takes the configuration that deployModel has made with it, and waits until it is gone', async () => {
    await using aws = fakeAws({ answers: { DeleteEndpoint: {}, DeleteEndpointConfig: {} } });
    aws.once('DescribeEndpoint', endpoint('InService'));
    aws.once('DescribeEndpoint', endpoint('Deleting'));
    aws.once('DescribeEndpoint', absent);
    expect(await deleteEndpoint('churn', { session: aws.session, wait: true })).toBeUndefined();
    expect(sent(aws)).toEqual([
      'DescribeEndpoint',
      'DeleteEndpoint',
      'DeleteEndpointConfig',
      'DescribeEndpoint',
      'DescribeEndpoint',
    ]);
    expect(aws.requests[2]?.input).toEqual({ EndpointConfigName: 'churn-1f0c2a9b7d3e' });
  });

  it('leaves any other configuration, unless it is told to', async () => {
    await using aws = fakeAws({ answers: { DeleteEndpoint: {}, DeleteEndpointConfig: {} } });
    aws.on('DescribeEndpoint', endpoint('InService', { EndpointConfigName: 'shared' }));
    expect(await deleteEndpoint('churn', { session: aws.session })).toEqual({ endpointName: 'churn' });
    expect(sent(aws)).toEqual(['DescribeEndpoint', 'DeleteEndpoint']);
    await deleteEndpoint({ endpointName: 'churn', deleteEndpointConfig: true }, { session: aws.session });
    expect(aws.requests.at(-1)?.input).toEqual({ EndpointConfigName: 'shared' });
  });

  it('is done where a repeated request finds nothing any more', async () => {
    await using aws = fakeAws({ answers: { DescribeEndpoint: endpoint('InService') } });
    aws.once('DeleteEndpoint', awsError('InternalFailure', 'try again', { status: 500 }));
    aws.on('DeleteEndpoint', absent);
    aws.on('DeleteEndpointConfig', awsError('ValidationException', 'Could not find endpoint configuration "x".'));
    expect(await deleteEndpoint('churn', { session: aws.session })).toEqual({ endpointName: 'churn' });
  });

  it('touches nothing while it is being updated, and says what it has left', async () => {
    await using aws = fakeAws({ answers: { DescribeEndpoint: endpoint('Updating') } });
    aws.once('DeleteEndpoint', awsError('ValidationException', 'Cannot update in-progress endpoint "churn".'));
    await expect(deleteEndpoint('churn', { session: aws.session })).rejects.toThrow(ConflictError);
    expect(sent(aws)).toEqual(['DescribeEndpoint', 'DeleteEndpoint']);
    aws.on('DeleteEndpoint', {});
    aws.on('DeleteEndpointConfig', awsError('AccessDeniedException', 'not authorized', { status: 400 }));
    const call = deleteEndpoint('churn', { session: aws.session });
    await expect(call).rejects.toThrow(AccessDeniedError);
    await expect(call).rejects.toThrow('its configuration churn-1f0c2a9b7d3e is still there.');
  });
});
