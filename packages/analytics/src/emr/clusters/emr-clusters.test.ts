import { ConflictError, NotFoundError, ServiceError, WaitError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { clusterId, clusterIn, failure, noCluster, stepOf } from '../../__fixtures__/emr-answers.js';
import {
  describeEmrCluster,
  listEmrClusters,
  setEmrTerminationProtection,
  terminateEmrCluster,
  waitForEmrCluster,
} from './index.js';

const ended = (Code: string, Message: string, state = 'TERMINATED'): object =>
  clusterIn(state, { Code, Message }, { AutoTerminate: true });

describe('a wait for a cluster', () => {
  it("ends with AWS's reason if the cluster cannot start", async () => {
    const Message = 'The instance type m1.small is not supported';
    await using aws = fakeAws();
    aws.once('DescribeCluster', clusterIn('STARTING'));
    aws.on('DescribeCluster', {
      Cluster: {
        Id: clusterId,
        Name: 'nightly',
        Status: {
          State: 'TERMINATING',
          StateChangeReason: { Code: 'VALIDATION_ERROR', Message },
          ErrorDetails: [{ ErrorCode: 'INVALID', ErrorMessage: Message }, { ErrorMessage: 'Take m5.xlarge' }],
          Timeline: { CreationDateTime: '2026-11-01T10:00:00Z' },
        },
      },
    });
    const waiting = waitForEmrCluster({ clusterId, state: 'running' }, { session: aws.session });
    await expect(waiting).rejects.toThrow(WaitError);
    await expect(waiting).rejects.toMatchObject({ state: 'TERMINATING', reason: `${Message}; Take m5.xlarge` });
  });

  it.each([
    ['TERMINATED', 'ALL_STEPS_COMPLETED', 'Steps completed with errors'],
    ['TERMINATED_WITH_ERRORS', 'STEP_FAILURE', 'Shut down as step failed'],
  ])('ends with the reason of the failed step if the cluster is %s', async (state, code, message) => {
    await using aws = fakeAws({
      answers: { DescribeCluster: ended(code, message, state), ListSteps: { Steps: [stepOf('FAILED', failure)] } },
    });
    const waiting = waitForEmrCluster({ clusterId, state: 'completed' }, { session: aws.session });
    await expect(waiting).rejects.toThrow(WaitError);
    await expect(waiting).rejects.toThrow('step sales failed: Unknown Error: AnalysisException: Path does not exist');
  });

  it.each([
    [ended('USER_REQUEST', 'Terminated by user request'), 'Terminated by user request'],
    [ended('BOOTSTRAP_FAILURE', 'On the primary node, action 1 failed', 'TERMINATED_WITH_ERRORS'), 'action 1 failed'],
    [clusterIn('WAITING', {}, { AutoTerminate: false }), 'the cluster does not terminate automatically'],
  ])('for completion ends if the cluster can no longer complete: %#', async (response, message) => {
    await using aws = fakeAws({ answers: { DescribeCluster: response, ListSteps: { Steps: [] } } });
    const waiting = waitForEmrCluster({ clusterId, state: 'completed' }, { session: aws.session });
    await expect(waiting).rejects.toThrow(WaitError);
    await expect(waiting).rejects.toThrow(message);
  });
});

describe('a cluster', () => {
  it('is described with its applications and flattened members', async () => {
    await using aws = fakeAws();
    aws.on(
      'DescribeCluster',
      clusterIn(
        'WAITING',
        { Message: 'Cluster ready.' },
        {
          Applications: [{ Name: 'Spark', Version: '3.5.5' }],
          Ec2InstanceAttributes: { Ec2SubnetId: 'subnet-1', IamInstanceProfile: 'EMR_EC2_DefaultRole', Ec2KeyName: '' },
          Tags: [{ Key: 'team', Value: 'data' }],
        },
      ),
    );
    expect(await describeEmrCluster(clusterId, { session: aws.session })).toEqual({
      clusterId,
      name: 'nightly',
      state: 'WAITING',
      stateChangeReason: 'Cluster ready.',
      errorDetails: [],
      creationDateTime: new Date('2026-11-01T10:00:00Z'),
      applications: [{ name: 'Spark', version: '3.5.5' }],
      subnetId: 'subnet-1',
      jobFlowRole: 'EMR_EC2_DefaultRole',
      tags: { team: 'data' },
    });
  });

  it('is terminated by an earlier result; the wait resolves with the terminated cluster', async () => {
    await using aws = fakeAws({ answers: { TerminateJobFlows: {} } });
    for (const state of ['WAITING', 'TERMINATING']) aws.once('DescribeCluster', clusterIn(state));
    aws.on('DescribeCluster', clusterIn('TERMINATED_WITH_ERRORS'));
    const cluster = await describeEmrCluster(clusterId, { session: aws.session });
    const terminated = await terminateEmrCluster(cluster, { session: aws.session, wait: true });
    expect(terminated.state).toBe('TERMINATED_WITH_ERRORS');
    expect(aws.requests[1]?.input).toEqual({ JobFlowIds: [clusterId] });
  });

  it('that is protected throws ConflictError with the function that disables the protection', async () => {
    const message = 'Could not shut down one or more job flows since they are termination protected.';
    await using aws = fakeAws({
      answers: { TerminateJobFlows: awsError('ValidationException', message), SetTerminationProtection: {} },
    });
    const call = terminateEmrCluster(clusterId, { session: aws.session });
    await expect(call).rejects.toThrow(ConflictError);
    await expect(call).rejects.toThrow('setEmrTerminationProtection');
    await setEmrTerminationProtection({ clusterId, terminationProtected: false }, { session: aws.session });
    expect(aws.requests.at(-1)?.input).toEqual({ JobFlowIds: [clusterId], TerminationProtected: false });
  });

  it('that does not exist throws NotFoundError; another invalid request throws ServiceError', async () => {
    await using aws = fakeAws({ answers: { DescribeCluster: noCluster } });
    await expect(describeEmrCluster(clusterId, { session: aws.session })).rejects.toThrow(NotFoundError);
    aws.on('DescribeCluster', awsError('InvalidRequestException', 'Something else is wrong.'));
    await expect(describeEmrCluster(clusterId, { session: aws.session })).rejects.toThrow(ServiceError);
  });

  it('is listed over all pages', async () => {
    await using aws = fakeAws();
    const { Cluster } = clusterIn('RUNNING') as { Cluster: object };
    aws.once('ListClusters', { Clusters: [Cluster], Marker: 'next' });
    aws.once('ListClusters', { Clusters: [Cluster] });
    const createdAfter = new Date('2026-11-01T00:00:00Z');
    const listing = listEmrClusters({ state: 'RUNNING', createdAfter }, { session: aws.session });
    expect((await listing.toArray()).map((each) => each.clusterId)).toEqual([clusterId, clusterId]);
    expect(aws.requests[1]?.input).toMatchObject({ ClusterStates: ['RUNNING'], Marker: 'next' });
    expect(aws.requests[0]?.input['CreatedAfter']).toBeDefined();
  });
});
