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
  it('is described with its variants and the deployment in progress', async () => {
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
  it('reports the status of its variants', async () => {
    await using aws = fakeAws();
    aws.once('DescribeEndpoint', {
      ...endpoint('Creating'),
      PendingDeploymentSummary: {
        EndpointConfigName: 'churn-1f0c2a9b7d3e',
        ProductionVariants: [{ VariantName: 'AllTraffic', VariantStatus: [{ Status: 'Creating' }] }],
      },
    });
    aws.once('DescribeEndpoint', endpoint('InService'));
    const reported: Progress[] = [];
    await waitForEndpoint(inService, { session: aws.session, onProgress: (progress) => reported.push(progress) });
    expect(reported).toMatchObject([{ state: 'Creating', reason: 'AllTraffic: Creating' }, { state: 'InService' }]);
  });

  it.each(['Failed', 'UpdateRollbackFailed', 'Deleting'])(
    'ends at once with the reason if the endpoint is %s',
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

  it('for one configuration fails if SageMaker has rolled back to another', async () => {
    await using aws = fakeAws();
    aws.once('DescribeEndpoint', endpoint('Updating'));
    aws.once('DescribeEndpoint', endpoint('InService'));
    const wait = waitForEndpoint({ ...inService, endpointConfigName: 'churn-2b5d8e1c4f7a' }, { session: aws.session });
    await expect(wait).rejects.toThrow(WaitError);
    await expect(wait).rejects.toMatchObject({ reason: 'The endpoint runs the configuration churn-1f0c2a9b7d3e' });
  });

  it('for a deletion resolves when the endpoint no longer exists, and fails if it cannot be deleted', async () => {
    await using aws = fakeAws();
    aws.once('DescribeEndpoint', endpoint('Deleting'));
    aws.once('DescribeEndpoint', absent);
    const deleted = { endpointName: 'churn', state: 'deleted' } as const;
    expect(await waitForEndpoint(deleted, { session: aws.session })).toBeUndefined();
    aws.once('DescribeEndpoint', endpoint('Failed', { FailureReason: 'The role is gone' }));
    await expect(waitForEndpoint(deleted, { session: aws.session })).rejects.toThrow('The role is gone');
    aws.once('DescribeEndpoint', absent);
    await expect(waitForEndpoint(inService, { session: aws.session })).rejects.toThrow(NotFoundError);
  });
});

describe('deleteEndpoint', () => {
  const sent = (aws: { readonly requests: readonly { readonly operation: string }[] }): readonly string[] =>
    aws.requests.map(({ operation }) => operation);

  it('also deletes the configuration that deployModel created, and waits until the endpoint no longer exists', async () => {
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

  it('deletes another configuration only if deleteEndpointConfig is true', async () => {
    await using aws = fakeAws({ answers: { DeleteEndpoint: {}, DeleteEndpointConfig: {} } });
    aws.on('DescribeEndpoint', endpoint('InService', { EndpointConfigName: 'shared' }));
    expect(await deleteEndpoint('churn', { session: aws.session })).toEqual({ endpointName: 'churn' });
    expect(sent(aws)).toEqual(['DescribeEndpoint', 'DeleteEndpoint']);
    await deleteEndpoint({ endpointName: 'churn', deleteEndpointConfig: true }, { session: aws.session });
    expect(aws.requests.at(-1)?.input).toEqual({ EndpointConfigName: 'shared' });
  });

  it('succeeds if a retry finds no endpoint any more', async () => {
    await using aws = fakeAws({ answers: { DescribeEndpoint: endpoint('InService') } });
    aws.once('DeleteEndpoint', awsError('InternalFailure', 'try again', { status: 500 }));
    aws.on('DeleteEndpoint', absent);
    aws.on('DeleteEndpointConfig', awsError('ValidationException', 'Could not find endpoint configuration "x".'));
    expect(await deleteEndpoint('churn', { session: aws.session })).toEqual({ endpointName: 'churn' });
  });

  it('throws ConflictError during an update, and names a configuration that it could not delete', async () => {
    await using aws = fakeAws({ answers: { DescribeEndpoint: endpoint('Updating') } });
    aws.once('DeleteEndpoint', awsError('ValidationException', 'Cannot update in-progress endpoint "churn".'));
    await expect(deleteEndpoint('churn', { session: aws.session })).rejects.toThrow(ConflictError);
    expect(sent(aws)).toEqual(['DescribeEndpoint', 'DeleteEndpoint']);
    aws.on('DeleteEndpoint', {});
    aws.on('DeleteEndpointConfig', awsError('AccessDeniedException', 'not authorized', { status: 400 }));
    const call = deleteEndpoint('churn', { session: aws.session });
    await expect(call).rejects.toThrow(AccessDeniedError);
    await expect(call).rejects.toThrow(
      'The endpoint churn is being deleted, but its configuration churn-1f0c2a9b7d3e still exists; delete it with deleteEndpointConfig.',
    );
  });
});
