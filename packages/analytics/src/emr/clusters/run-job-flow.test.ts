import { InvalidInputError } from '@arch/core';
import { fakeAws, fault } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { clusterId, clusterIn } from '../../__fixtures__/emr-answers.js';
import { runJobFlow, type RunJobFlowInput } from './index.js';

const nightly: RunJobFlowInput = {
  name: 'nightly',
  releaseLabel: 'emr-7.9.0',
  applications: ['Spark', 'Hadoop'],
  instances: { instanceType: 'm5.xlarge', instanceCount: 3 },
  keepAlive: true,
};
const steps = [{ name: 'sales', sparkSubmit: { entryPoint: 's3://jobs/sales.py' } }];
const started = {
  JobFlowId: clusterId,
  ClusterArn: `arn:aws:elasticmapreduce:eu-west-1:123456789012:cluster/${clusterId}`,
};
describe('runJobFlow', () => {
  it("sends instances of one type, AWS's default roles and keepAlive", async () => {
    await using aws = fakeAws({ answers: { RunJobFlow: started } });
    const cluster = await runJobFlow(
      { ...nightly, subnetId: 'subnet-01234567', idleTimeoutSeconds: 3_600, tags: { team: 'data' } },
      { session: aws.session },
    );
    expect(cluster).toEqual({ clusterId, clusterArn: started.ClusterArn, autoTerminate: false });
    expect(aws.requests[0]?.input).toEqual({
      Name: 'nightly',
      ReleaseLabel: 'emr-7.9.0',
      Applications: [{ Name: 'Spark' }, { Name: 'Hadoop' }],
      Instances: {
        MasterInstanceType: 'm5.xlarge',
        SlaveInstanceType: 'm5.xlarge',
        InstanceCount: 3,
        Ec2SubnetId: 'subnet-01234567',
        KeepJobFlowAliveWhenNoSteps: true,
        TerminationProtected: false,
      },
      ServiceRole: 'EMR_DefaultRole',
      JobFlowRole: 'EMR_EC2_DefaultRole',
      AutoTerminationPolicy: { IdleTimeout: 3_600 },
      Tags: [{ Key: 'team', Value: 'data' }],
    });
  });

  it("sends groups with volumes, steps, configurations and scripts in AWS's form", async () => {
    await using aws = fakeAws({ answers: { RunJobFlow: started } });
    await runJobFlow(
      {
        ...nightly,
        keepAlive: false,
        instances: [
          { instanceRole: 'MASTER', instanceType: 'm5.xlarge', instanceCount: 1 },
          {
            instanceRole: 'TASK',
            instanceType: 'm5.2xlarge',
            instanceCount: 4,
            market: 'SPOT',
            volumes: [{ sizeGiB: 64 }],
          },
        ],
        steps: [{ ...steps[0]!, actionOnFailure: 'TERMINATE_CLUSTER' }],
        serviceRole: 'emr',
        jobFlowRole: 'emr-nodes',
        logUri: 's3://jobs/logs/',
        configurations: { 'spark-defaults': { 'spark.executor.memory': '4g' } },
        bootstrapActions: [{ name: 'libraries', path: 's3://jobs/install.sh', arguments: ['numpy'] }],
        terminationProtected: true,
      },
      { session: aws.session },
    );
    expect(aws.requests[0]?.input).toMatchObject({
      Instances: {
        InstanceGroups: [
          { InstanceRole: 'MASTER', InstanceType: 'm5.xlarge', InstanceCount: 1 },
          {
            InstanceRole: 'TASK',
            Market: 'SPOT',
            EbsConfiguration: {
              EbsBlockDeviceConfigs: [{ VolumeSpecification: { VolumeType: 'gp3', SizeInGB: 64 } }],
            },
          },
        ],
        KeepJobFlowAliveWhenNoSteps: false,
        TerminationProtected: true,
      },
      Steps: [{ Name: 'sales', ActionOnFailure: 'TERMINATE_CLUSTER', HadoopJarStep: { Jar: 'command-runner.jar' } }],
      ServiceRole: 'emr',
      JobFlowRole: 'emr-nodes',
      LogUri: 's3://jobs/logs/',
      Configurations: [{ Classification: 'spark-defaults', Properties: { 'spark.executor.memory': '4g' } }],
      BootstrapActions: [
        { Name: 'libraries', ScriptBootstrapAction: { Path: 's3://jobs/install.sh', Args: ['numpy'] } },
      ],
    });
  });

  it('resolves with the running cluster if keepAlive is true', async () => {
    await using aws = fakeAws({ answers: { RunJobFlow: started } });
    for (const state of ['STARTING', 'BOOTSTRAPPING']) aws.once('DescribeCluster', clusterIn(state));
    aws.on('DescribeCluster', clusterIn('WAITING', { Message: 'Cluster ready to run steps.' }));
    const states: string[] = [];
    const wait = { onProgress: ({ state }: { state: string }): void => void states.push(state) };
    expect(await runJobFlow(nightly, { session: aws.session, wait })).toMatchObject({ clusterId, state: 'WAITING' });
    expect(states).toEqual(['STARTING', 'BOOTSTRAPPING', 'WAITING']);
  });

  it('resolves when all steps have completed if the cluster terminates automatically', async () => {
    await using aws = fakeAws({ answers: { RunJobFlow: started, ListSteps: { Steps: [] } } });
    for (const state of ['RUNNING', 'TERMINATING']) aws.once('DescribeCluster', clusterIn(state));
    aws.on('DescribeCluster', clusterIn('TERMINATED', { Code: 'ALL_STEPS_COMPLETED' }, { AutoTerminate: true }));
    const cluster = await runJobFlow({ ...nightly, keepAlive: false, steps }, { session: aws.session, wait: true });
    expect(cluster).toMatchObject({ state: 'TERMINATED', autoTerminate: true });
  });

  it('does not retry after a lost response', async () => {
    await using aws = fakeAws({ answers: { RunJobFlow: started } });
    aws.once('RunJobFlow', fault('reset'));
    await expect(runJobFlow(nightly, { session: aws.session })).rejects.toThrow('so it was not retried');
    expect(aws.requests).toHaveLength(1);
  });

  const group = { instanceType: 'm5.xlarge', instanceCount: 1 };
  it.each([
    [{ ...nightly, keepAlive: false }, 'provide steps or keepAlive: without both, the cluster ends immediately'],
    [{ ...nightly, name: 'a|b' }, 'without <, >, $, | and `'],
    [{ ...nightly, releaseLabel: '7.9.0' }, 'a release label such as emr-7.9.0'],
    [{ ...nightly, applications: [] }, 'applications'],
    [{ ...nightly, instances: { ...group, instanceCount: 0 } }, 'instances'],
    [{ ...nightly, instances: [{ ...group, instanceRole: 'CORE' as const }] }, 'exactly one MASTER'],
    [{ ...nightly, instances: [{ ...group, instanceCount: 2, instanceRole: 'MASTER' as const }] }, '1 or 3 instances'],
    [{ ...nightly, logUri: 'https://jobs/logs' }, 's3://bucket/logs/'],
    [{ ...nightly, idleTimeoutSeconds: 59 }, 'idleTimeoutSeconds'],
    [
      { ...nightly, keepAlive: false, steps, idleTimeoutSeconds: 60 },
      'provide idleTimeoutSeconds only with keepAlive: other clusters end when their steps end',
    ],
    [{ ...nightly, stepConcurrencyLevel: 257 }, 'stepConcurrencyLevel'],
    [
      { ...nightly, stepConcurrencyLevel: 2, steps: [{ ...steps[0]!, actionOnFailure: 'CANCEL_AND_WAIT' }] },
      'provide actionOnFailure CONTINUE if several steps run at the same time',
    ],
    [{ ...nightly, steps: [{ name: 'empty' }] }, 'either sparkSubmit or hadoopJar'],
    [{ ...nightly, subnetId: 'subnet-1' }, 'subnet-'],
  ])('rejects invalid input before anything is sent: %#', async (invalid, message) => {
    await using aws = fakeAws();
    const call = runJobFlow(invalid, { session: aws.session });
    await expect(call).rejects.toThrow(InvalidInputError);
    await expect(call).rejects.toThrow(message);
    expect(aws.requests).toEqual([]);
  });
});
