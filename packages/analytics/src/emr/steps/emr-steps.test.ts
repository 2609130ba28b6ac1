import {
  ConflictError,
  InvalidInputError,
  NotFoundError,
  QuotaExceededError,
  ServiceError,
  WaitError,
} from '@arch/core';
import { awsError, fakeAws, fault } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { clusterId, failure, noCluster, stepId, stepIn, stepOf } from '../../__fixtures__/emr-answers.js';
import { addStep, type AddStepInput, cancelStep, describeStep, listSteps, waitForStep } from './index.js';

const sales: AddStepInput = { clusterId, name: 'sales', sparkSubmit: { entryPoint: 's3://jobs/sales.py' } };

describe('addStep', () => {
  it('sends a Spark program with the options of spark-submit in their order', async () => {
    await using aws = fakeAws({ answers: { AddJobFlowSteps: { StepIds: [stepId] } } });
    const sparkSubmit = {
      entryPoint: 's3://jobs/sales.jar',
      class: 'com.example.Sales',
      arguments: ['2026-11', '--all'],
      conf: { 'spark.executor.memory': '4g', 'spark.driver.extraJavaOptions': '-Da=1 -Db=2' },
      options: ['--jars', 's3://jobs/lib.jar'],
    };
    expect(await addStep({ clusterId, name: 'sales', sparkSubmit }, { session: aws.session })).toEqual({
      clusterId,
      stepId,
    });
    expect(aws.requests[0]?.input).toEqual({
      JobFlowId: clusterId,
      Steps: [
        {
          Name: 'sales',
          ActionOnFailure: 'CONTINUE',
          HadoopJarStep: {
            Jar: 'command-runner.jar',
            Args: [
              'spark-submit',
              '--deploy-mode',
              'cluster',
              '--class',
              'com.example.Sales',
              '--conf',
              'spark.executor.memory=4g',
              '--conf',
              'spark.driver.extraJavaOptions=-Da=1 -Db=2',
              '--jars',
              's3://jobs/lib.jar',
              's3://jobs/sales.jar',
              '2026-11',
              '--all',
            ],
          },
        },
      ],
    });
  });

  it('sends a JAR with its class, arguments, properties and role', async () => {
    await using aws = fakeAws({ answers: { AddJobFlowSteps: { StepIds: [stepId] } } });
    const hadoopJar = {
      jar: 's3://jobs/count.jar',
      mainClass: 'Count',
      arguments: ['a'],
      properties: { debug: 'true' },
    };
    const executionRoleArn = 'arn:aws:iam::123456789012:role/sales';
    await addStep(
      { clusterId, name: 'count', hadoopJar, actionOnFailure: 'CANCEL_AND_WAIT', executionRoleArn },
      { session: aws.session },
    );
    expect(aws.requests[0]?.input).toEqual({
      JobFlowId: clusterId,
      ExecutionRoleArn: executionRoleArn,
      Steps: [
        {
          Name: 'count',
          ActionOnFailure: 'CANCEL_AND_WAIT',
          HadoopJarStep: {
            Jar: 's3://jobs/count.jar',
            MainClass: 'Count',
            Args: ['a'],
            Properties: [{ Key: 'debug', Value: 'true' }],
          },
        },
      ],
    });
  });

  it('reports each state and resolves with the completed step if wait is set', async () => {
    await using aws = fakeAws({ answers: { AddJobFlowSteps: { StepIds: [stepId] } } });
    for (const state of ['PENDING', 'RUNNING']) aws.once('DescribeStep', stepIn(state));
    aws.on('DescribeStep', stepIn('COMPLETED'));
    const states: string[] = [];
    const wait = { onProgress: ({ state }: { state: string }): void => void states.push(state) };
    expect(await addStep(sales, { session: aws.session, wait })).toMatchObject({
      stepId,
      state: 'COMPLETED',
      args: ['spark-submit', 's3://jobs/sales.py'],
    });
    expect(states).toEqual(['PENDING', 'RUNNING', 'COMPLETED']);
    expect(aws.requests[1]?.input).toEqual({ ClusterId: clusterId, StepId: stepId });
  });

  it("ends the wait with AWS's reason, the message and the location of the log if the step fails", async () => {
    await using aws = fakeAws({ answers: { AddJobFlowSteps: { StepIds: [stepId] } } });
    aws.once('DescribeStep', stepIn('RUNNING'));
    aws.on('DescribeStep', stepIn('FAILED', failure));
    const waiting = addStep(sales, { session: aws.session, wait: true });
    await expect(waiting).rejects.toThrow(WaitError);
    await expect(waiting).rejects.toMatchObject({
      id: stepId,
      state: 'FAILED',
      reason: expect.stringMatching(
        /^Unknown Error: AnalysisException: Path does not exist.*\(log: s3:.*stderr\.gz\)$/,
      ) as string,
    });
  });

  it('does not retry after a lost response', async () => {
    await using aws = fakeAws({ answers: { AddJobFlowSteps: { StepIds: [stepId] } } });
    aws.once('AddJobFlowSteps', fault('reset'));
    await expect(addStep(sales, { session: aws.session })).rejects.toThrow('so it was not retried');
    expect(aws.requests).toHaveLength(1);
  });

  it.each([
    [{ ...sales, clusterId: 'nightly' }, 'the ID of an EMR cluster such as j-3SD91U2E1L2QX'],
    [{ ...sales, hadoopJar: { jar: 'a.jar' } }, 'either sparkSubmit or hadoopJar'],
    [{ clusterId, name: 'sales' }, 'either sparkSubmit or hadoopJar'],
    [{ ...sales, name: 'x'.repeat(257) }, 'name'],
    [{ ...sales, sparkSubmit: { entryPoint: 's3://a', arguments: ['x'.repeat(6_000), 'y'.repeat(6_000)] } }, '10,240'],
    [{ ...sales, sparkSubmit: { entryPoint: 's3://a', conf: { memory: '4g' } } }, 'spark.executor.memory'],
    [{ ...sales, sparkSubmit: { entryPoint: 's3://a', class: 'no class' } }, 'com.example.Sales'],
    [{ ...sales, executionRoleArn: 'sales' }, 'an ARN'],
  ])('rejects invalid input before anything is sent: %#', async (invalid, message) => {
    await using aws = fakeAws();
    const call = addStep(invalid, { session: aws.session });
    await expect(call).rejects.toThrow(InvalidInputError);
    await expect(call).rejects.toThrow(message);
    expect(aws.requests).toEqual([]);
  });

  it.each([
    ['InvalidRequestException', `Cluster id '${clusterId}' is not valid.`, NotFoundError],
    ['ValidationException', 'Specified job flow ID does not exist.', NotFoundError],
    [
      'ValidationException',
      'A job flow that is shutting down, terminated, or finished may not be modified.',
      ConflictError,
    ],
    [
      'ValidationException',
      "Maximum number of active steps(State = 'Running', 'Pending' or 'Cancel_Pending') for cluster exceeded.",
      QuotaExceededError,
    ],
    ['ValidationException', 'The JAR is no JAR.', ServiceError],
  ])("selects the error class by EMR's code and message: %s, %s", async (code, message, kind) => {
    await using aws = fakeAws({ answers: { AddJobFlowSteps: awsError(code, message) } });
    const call = addStep(sales, { session: aws.session });
    await expect(call).rejects.toThrow(kind);
    await expect(call).rejects.toThrow(message.replace(/\.$/, ''));
  });
});

describe('a step', () => {
  it('is described with the reason for its failure', async () => {
    await using aws = fakeAws({ answers: { DescribeStep: stepIn('FAILED', failure) } });
    const step = await describeStep({ clusterId, stepId }, { session: aws.session });
    expect(step).toMatchObject({ name: 'sales', state: 'FAILED', actionOnFailure: 'CONTINUE', properties: {} });
    expect(step.failureDetails).toMatchObject({ reason: 'Unknown Error.', message: /^Analysis/, logFile: /stderr/ });
    expect(step.creationDateTime).toEqual(new Date('2026-11-01T10:00:00Z'));
  });

  it('throws NotFoundError that names the step or the cluster', async () => {
    await using aws = fakeAws({ answers: { DescribeStep: noCluster } });
    const call = describeStep({ clusterId, stepId }, { session: aws.session });
    await expect(call).rejects.toThrow(NotFoundError);
    await expect(call).rejects.toMatchObject({ resource: 'cluster', id: clusterId });
    aws.on('DescribeStep', awsError('InvalidRequestException', `Step id '${stepId}' is not valid.`));
    const other = waitForStep({ clusterId, stepId, state: 'completed' }, { session: aws.session });
    await expect(other).rejects.toMatchObject({ name: 'NotFoundError', resource: 'step', id: stepId });
  });

  it('is listed by state and ID, over all pages', async () => {
    await using aws = fakeAws();
    aws.once('ListSteps', { Steps: [stepOf('FAILED', failure)], Marker: 'next' });
    aws.once('ListSteps', { Steps: [stepOf('CANCELLED')] });
    const input = { clusterId, state: ['FAILED', 'CANCELLED'], stepIds: [stepId] };
    const steps = await listSteps(input, { session: aws.session }).toArray();
    expect(steps.map(({ state, failureDetails }) => [state, failureDetails?.reason])).toEqual([
      ['FAILED', 'Unknown Error.'],
      ['CANCELLED', undefined],
    ]);
    const request = { ClusterId: clusterId, StepStates: ['FAILED', 'CANCELLED'], StepIds: [stepId] };
    expect(aws.requests.map(({ input }) => input)).toEqual([request, { ...request, Marker: 'next' }]);
  });

  it('is cancelled; the wait resolves when the step has ended', async () => {
    await using aws = fakeAws({
      answers: {
        AddJobFlowSteps: { StepIds: [stepId] },
        CancelSteps: { CancelStepsInfoList: [{ StepId: stepId, Status: 'SUBMITTED' }] },
      },
    });
    aws.once('DescribeStep', stepIn('CANCEL_PENDING'));
    aws.on('DescribeStep', stepIn('CANCELLED'));
    const added = await addStep(sales, { session: aws.session });
    expect(await cancelStep(added, { session: aws.session, wait: true })).toMatchObject({ state: 'CANCELLED' });
    await cancelStep({ ...added, force: true }, { session: aws.session });
    const request = { ClusterId: clusterId, StepIds: [stepId] };
    expect(aws.requests.filter(({ operation }) => operation === 'CancelSteps').map(({ input }) => input)).toEqual([
      request,
      { ...request, StepCancellationOption: 'TERMINATE_PROCESS' },
    ]);
  });

  it("that cannot be cancelled throws ConflictError with AWS's reason", async () => {
    const info = { StepId: stepId, Status: 'FAILED', Reason: 'Step is already completed' };
    await using aws = fakeAws({ answers: { CancelSteps: { CancelStepsInfoList: [info] } } });
    const call = cancelStep({ clusterId, stepId }, { session: aws.session });
    await expect(call).rejects.toThrow(ConflictError);
    await expect(call).rejects.toThrow('Step is already completed');
  });

  it('that is cancelled or interrupted ends a wait for its completion with the reason', async () => {
    await using aws = fakeAws();
    for (const state of ['CANCELLED', 'INTERRUPTED']) {
      aws.on('DescribeStep', stepIn(state, { StateChangeReason: { Message: 'Cluster terminated' } }));
      const waiting = waitForStep({ clusterId, stepId, state: 'completed' }, { session: aws.session });
      await expect(waiting).rejects.toMatchObject({ name: 'WaitError', state, reason: 'Cluster terminated' });
    }
  });
});
