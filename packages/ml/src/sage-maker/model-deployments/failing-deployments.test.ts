import { AccessDeniedError, ConflictError, NotFoundError, QuotaExceededError, WaitError } from '@arch/core';
import { awsError, fault } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { absent, arn, deployment, endpoint, madeBy, old, sageMaker, sent } from './__fixtures__/deployments.js';
import { deployModel } from './index.js';

describe('a deployment that cannot be begun', () => {
  it('makes nothing of a model that is not there, and for an endpoint that cannot be updated', async () => {
    await using aws = sageMaker(endpoint('Updating', old), endpoint('Failed', old, { FailureReason: 'No capacity' }));
    const { session } = aws;
    await expect(deployModel(deployment, { session })).rejects.toThrow(
      'the endpoint churn is Updating and cannot be updated.',
    );
    const failed = deployModel(deployment, { session });
    await expect(failed).rejects.toThrow(ConflictError);
    await expect(failed).rejects.toThrow(
      'is Failed (No capacity) and cannot be updated. Delete it with deleteEndpoint',
    );
    aws.once('DescribeModel', awsError('ValidationException', 'Could not find model "churn-7".'));
    await expect(deployModel(deployment, { session })).rejects.toThrow(NotFoundError);
    expect(sent(aws)).not.toContain('CreateEndpointConfig');
  });

  it('deletes its configuration again, and says so where that fails too', async () => {
    await using aws = sageMaker(absent, absent, absent, absent);
    aws.on('CreateEndpoint', awsError('ResourceLimitExceeded', 'The account-level service limit is 0 Instances'));
    await expect(deployModel(deployment, { session: aws.session })).rejects.toThrow(QuotaExceededError);
    expect(aws.requests.at(-1)).toMatchObject({
      operation: 'DeleteEndpointConfig',
      input: { EndpointConfigName: madeBy(aws) },
    });
    aws.on('DeleteEndpointConfig', awsError('AccessDeniedException', 'not authorized', { status: 400 }));
    await expect(deployModel(deployment, { session: aws.session })).rejects.toThrow(
      /The endpoint configuration churn-[0-9a-f]{12} is left: delete it with deleteEndpointConfig unless it is in use\./,
    );
  });

  it('goes on where only an answer was lost', async () => {
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

  it('deletes its configuration where only the look at it fails, and none where SageMaker has made none', async () => {
    await using aws = sageMaker(absent, absent);
    aws.once('DescribeEndpointConfig', awsError('AccessDeniedException', 'not authorized', { status: 400 }));
    await expect(deployModel(deployment, { session: aws.session })).rejects.toThrow(AccessDeniedError);
    expect(aws.requests.at(-1)?.input).toEqual({ EndpointConfigName: madeBy(aws) });
    aws.once('CreateEndpointConfig', awsError('ValidationException', 'The instance type is not supported'));
    await expect(deployModel(deployment, { session: aws.session })).rejects.toThrow('is not supported');
    expect(aws.requests.at(-1)?.operation).toBe('CreateEndpointConfig');
  });

  it('asks until SageMaker knows the new configuration', async () => {
    await using aws = sageMaker(absent);
    aws.once('DescribeEndpointConfig', awsError('ValidationException', 'Could not find endpoint configuration "x".'));
    await deployModel(deployment, { session: aws.session });
    expect(sent(aws).slice(-3)).toEqual(['DescribeEndpointConfig', 'DescribeEndpointConfig', 'CreateEndpoint']);
  });

  it('keeps its configuration where no answer says that the endpoint does not get it', async () => {
    await using aws = sageMaker(absent, absent);
    aws.on('CreateEndpoint', fault('reset'));
    await expect(deployModel(deployment, { session: aws.session })).rejects.toThrow(
      /The endpoint churn may still get its new configuration, churn-[0-9a-f]{12}\.$/,
    );
    expect(sent(aws)).not.toContain('DeleteEndpointConfig');
  });

  it('keeps what may be in use where it cannot look', async () => {
    await using aws = sageMaker(absent, awsError('AccessDeniedException', 'not authorized', { status: 400 }));
    aws.on('CreateEndpoint', awsError('ValidationException', 'The role cannot be assumed'));
    await expect(deployModel(deployment, { session: aws.session })).rejects.toThrow(
      'is left: delete it with deleteEndpointConfig unless it is in use.',
    );
    expect(sent(aws)).not.toContain('DeleteEndpointConfig');
  });
});

describe('a deployment that fails', () => {
  it('deletes the new endpoint, with the reason why', async () => {
    const reason = { FailureReason: 'The primary container did not pass the ping health check.' };
    await using aws = sageMaker(absent, ...[1, 2].map(() => (config: string) => endpoint('Failed', config, reason)));
    const call = deployModel(deployment, { session: aws.session, wait: true });
    await expect(call).rejects.toThrow(WaitError);
    await expect(call).rejects.toThrow(/did not pass the ping health check\. The endpoint was deleted again\.$/);
    expect(sent(aws).slice(-2)).toEqual(['DeleteEndpoint', 'DeleteEndpointConfig']);
  });

  it('deletes the new configuration where SageMaker has rolled back, and nothing else', async () => {
    await using aws = sageMaker(
      endpoint('InService', old),
      endpoint('Updating', old),
      endpoint('InService', old, { FailureReason: 'Alarm' }),
      endpoint('InService', old, { FailureReason: 'Alarm' }),
    );
    const call = deployModel(deployment, { session: aws.session, wait: true });
    await expect(call).rejects.toThrow("AWS's reason: Alarm. The endpoint goes on with the configuration before.");
    expect(sent(aws)).not.toContain('DeleteEndpoint');
    expect(aws.requests.at(-1)?.input).toEqual({ EndpointConfigName: madeBy(aws) });
  });

  it('keeps the new configuration where the endpoint turns out to get it', async () => {
    await using aws = sageMaker(endpoint('InService', old), endpoint('InService', old), (config) =>
      endpoint('Updating', old, { PendingDeploymentSummary: { EndpointConfigName: config } }),
    );
    const call = deployModel(deployment, { session: aws.session, wait: true });
    await expect(call).rejects.toThrow(WaitError);
    await expect(call).rejects.toThrow('The endpoint churn may still be in deployment');
    expect(sent(aws)).not.toContain('DeleteEndpointConfig');
  });

  it('deletes nothing of an endpoint that was there before, nor where the wait is given up', async () => {
    await using aws = sageMaker(endpoint('InService', old), endpoint('UpdateRollbackFailed', old), absent, (config) =>
      endpoint('Creating', config),
    );
    await expect(deployModel(deployment, { session: aws.session, wait: true })).rejects.toThrow(WaitError);
    const short = { wait: { timeoutMs: 1_000 } };
    await expect(deployModel(deployment, { session: aws.session, ...short })).rejects.toThrow(
      'may still be in deployment',
    );
    expect(sent(aws).filter((each) => each.startsWith('Delete'))).toEqual([]);
  });
});
