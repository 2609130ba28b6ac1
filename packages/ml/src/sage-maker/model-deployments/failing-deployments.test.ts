import { AccessDeniedError, ConflictError, NotFoundError, QuotaExceededError, WaitError } from '@arch/core';
import { awsError, fault } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { absent, arn, deployment, endpoint, madeBy, old, sageMaker, sent } from './__fixtures__/deployments.js';
import { deployModel } from './index.js';

describe('a deployment that cannot be started', () => {
  it('creates nothing for an unknown model or an endpoint that cannot be updated', async () => {
    await using aws = sageMaker(endpoint('Updating', old), endpoint('Failed', old, { FailureReason: 'No capacity' }));
    const { session } = aws;
    await expect(deployModel(deployment, { session })).rejects.toThrow(
      'the endpoint churn is Updating and cannot be updated.',
    );
    const failed = deployModel(deployment, { session });
    await expect(failed).rejects.toThrow(ConflictError);
    await expect(failed).rejects.toThrow(
      'is Failed (No capacity) and cannot be updated. Delete it with deleteEndpoint, and deploy again.',
    );
    aws.once('DescribeModel', awsError('ValidationException', 'Could not find model "churn-7".'));
    await expect(deployModel(deployment, { session })).rejects.toThrow(NotFoundError);
    expect(sent(aws)).not.toContain('CreateEndpointConfig');
  });

  it('deletes its configuration, and names the configuration if the deletion also fails', async () => {
    await using aws = sageMaker(absent, absent, absent, absent);
    aws.on('CreateEndpoint', awsError('ResourceLimitExceeded', 'The account-level service limit is 0 Instances'));
    await expect(deployModel(deployment, { session: aws.session })).rejects.toThrow(QuotaExceededError);
    expect(aws.requests.at(-1)).toMatchObject({
      operation: 'DeleteEndpointConfig',
      input: { EndpointConfigName: madeBy(aws) },
    });
    aws.on('DeleteEndpointConfig', awsError('AccessDeniedException', 'not authorized', { status: 400 }));
    await expect(deployModel(deployment, { session: aws.session })).rejects.toThrow(
      /The endpoint configuration churn-[0-9a-f]{12} still exists: delete it with deleteEndpointConfig unless it is in use\./,
    );
  });

  it('continues if only a response was lost', async () => {
    await using aws = sageMaker(absent, (config) => endpoint('Creating', config));
    aws.once('CreateEndpointConfig', fault('500'));
    aws.once(
      'CreateEndpointConfig',
      awsError('ValidationException', 'Cannot create already existing endpoint configuration "x".'),
    );
    aws.once('CreateEndpoint', fault('500'));
    aws.once('CreateEndpoint', awsError('ValidationException', 'Cannot create already existing endpoint "x".'));
    expect(await deployModel(deployment, { session: aws.session })).toMatchObject({ endpointArn: arn, created: true });
    expect(sent(aws)).not.toContain('DeleteEndpointConfig');
  });

  it('deletes its configuration if it cannot be described, and nothing if SageMaker did not create it', async () => {
    await using aws = sageMaker(absent, absent);
    aws.once('DescribeEndpointConfig', awsError('AccessDeniedException', 'not authorized', { status: 400 }));
    await expect(deployModel(deployment, { session: aws.session })).rejects.toThrow(AccessDeniedError);
    expect(aws.requests.at(-1)?.input).toEqual({ EndpointConfigName: madeBy(aws) });
    aws.once('CreateEndpointConfig', awsError('ValidationException', 'The instance type is not supported'));
    await expect(deployModel(deployment, { session: aws.session })).rejects.toThrow('is not supported');
    expect(aws.requests.at(-1)?.operation).toBe('CreateEndpointConfig');
  });

  it('waits until SageMaker returns the new configuration', async () => {
    await using aws = sageMaker(absent);
    aws.once('DescribeEndpointConfig', awsError('ValidationException', 'Could not find endpoint configuration "x".'));
    await deployModel(deployment, { session: aws.session });
    expect(sent(aws).slice(-3)).toEqual(['DescribeEndpointConfig', 'DescribeEndpointConfig', 'CreateEndpoint']);
  });

  it('keeps its configuration if all responses about the endpoint were lost', async () => {
    await using aws = sageMaker(absent, absent);
    aws.on('CreateEndpoint', fault('reset'));
    await expect(deployModel(deployment, { session: aws.session })).rejects.toThrow(
      /The endpoint churn may still be deployed with the configuration churn-[0-9a-f]{12}\.$/,
    );
    expect(sent(aws)).not.toContain('DeleteEndpointConfig');
  });

  it('keeps a configuration that may be in use if the endpoint cannot be described', async () => {
    await using aws = sageMaker(absent, awsError('AccessDeniedException', 'not authorized', { status: 400 }));
    aws.on('CreateEndpoint', awsError('ValidationException', 'The role cannot be assumed'));
    await expect(deployModel(deployment, { session: aws.session })).rejects.toThrow(
      'still exists: delete it with deleteEndpointConfig unless it is in use.',
    );
    expect(sent(aws)).not.toContain('DeleteEndpointConfig');
  });
});

describe('a deployment that fails', () => {
  it("deletes the new endpoint, and throws WaitError with SageMaker's reason", async () => {
    const reason = { FailureReason: 'The primary container did not pass the ping health check.' };
    await using aws = sageMaker(absent, ...[1, 2].map(() => (config: string) => endpoint('Failed', config, reason)));
    const call = deployModel(deployment, { session: aws.session, wait: true });
    await expect(call).rejects.toThrow(WaitError);
    await expect(call).rejects.toThrow(/did not pass the ping health check\. The new endpoint was deleted\.$/);
    expect(sent(aws).slice(-2)).toEqual(['DeleteEndpoint', 'DeleteEndpointConfig']);
  });

  it('deletes only the new configuration if SageMaker has rolled back', async () => {
    await using aws = sageMaker(
      endpoint('InService', old),
      endpoint('Updating', old),
      endpoint('InService', old, { FailureReason: 'Alarm' }),
      endpoint('InService', old, { FailureReason: 'Alarm' }),
    );
    const call = deployModel(deployment, { session: aws.session, wait: true });
    await expect(call).rejects.toThrow('Reason: Alarm. The endpoint continues with the previous configuration.');
    expect(sent(aws)).not.toContain('DeleteEndpoint');
    expect(aws.requests.at(-1)?.input).toEqual({ EndpointConfigName: madeBy(aws) });
  });

  it('keeps the new configuration if the endpoint is being updated to it', async () => {
    await using aws = sageMaker(endpoint('InService', old), endpoint('InService', old), (config) =>
      endpoint('Updating', old, { PendingDeploymentSummary: { EndpointConfigName: config } }),
    );
    const call = deployModel(deployment, { session: aws.session, wait: true });
    await expect(call).rejects.toThrow(WaitError);
    await expect(call).rejects.toThrow(
      /The deployment of the endpoint churn with churn-\w+ may still be in progress\.$/,
    );
    expect(sent(aws)).not.toContain('DeleteEndpointConfig');
  });

  it('deletes nothing for an existing endpoint, or after the timeout of the wait', async () => {
    await using aws = sageMaker(endpoint('InService', old), endpoint('UpdateRollbackFailed', old), absent, (config) =>
      endpoint('Creating', config),
    );
    await expect(deployModel(deployment, { session: aws.session, wait: true })).rejects.toThrow(WaitError);
    const short = { wait: { timeoutMs: 1_000 } };
    await expect(deployModel(deployment, { session: aws.session, ...short })).rejects.toThrow(
      'may still be in progress.',
    );
    expect(sent(aws).filter((each) => each.startsWith('Delete'))).toEqual([]);
  });
});
