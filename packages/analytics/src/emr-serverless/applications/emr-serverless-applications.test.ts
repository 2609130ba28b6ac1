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

import {
  applicationId,
  applicationIn,
  applicationOf,
  documentOf,
  noApplication,
} from '../../__fixtures__/emr-serverless-answers.js';
import {
  createEmrServerlessApplication,
  deleteEmrServerlessApplication,
  describeEmrServerlessApplication,
  listEmrServerlessApplications,
  startEmrServerlessApplication,
  stopEmrServerlessApplication,
  waitForEmrServerlessApplication,
} from './index.js';

const arn = 'arn:aws:emr-serverless:eu-west-1:123456789012:/applications/00f1r2vk4e9g0a09';
const releaseLabel = 'emr-7.9.0';

describe('createEmrServerlessApplication', () => {
  it('creates a Spark application that starts and stops automatically by default', async () => {
    await using aws = fakeAws({ answers: { CreateApplication: { applicationId, arn } } });
    expect(await createEmrServerlessApplication({ releaseLabel }, { session: aws.session })).toEqual({
      applicationId,
      arn,
    });
    expect(documentOf(aws.requests[0])).toEqual({
      releaseLabel,
      type: 'SPARK',
      clientToken: expect.stringMatching(/./) as string,
      autoStartConfiguration: { enabled: true },
      autoStopConfiguration: { enabled: true },
    });
  });

  it("sends capacity, network and architecture in AWS's form", async () => {
    await using aws = fakeAws({ answers: { CreateApplication: { applicationId, arn } } });
    await createEmrServerlessApplication(
      {
        name: 'jobs',
        releaseLabel,
        type: 'Hive',
        maximumCapacity: { vCpus: 32, memoryGB: 256, diskGB: 500 },
        idleTimeoutMinutes: 5,
        autoStart: false,
        architecture: 'ARM64',
        subnetIds: ['subnet-01234567'],
        securityGroupIds: ['sg-01234567'],
        tags: { team: 'data' },
      },
      { session: aws.session },
    );
    expect(aws.requests[0]?.input).toMatchObject({
      name: 'jobs',
      type: 'HIVE',
      maximumCapacity: { cpu: '32 vCPU', memory: '256 GB', disk: '500 GB' },
      autoStartConfiguration: { enabled: false },
      autoStopConfiguration: { enabled: true, idleTimeoutMinutes: 5 },
      architecture: 'ARM64',
      networkConfiguration: { subnetIds: ['subnet-01234567'], securityGroupIds: ['sg-01234567'] },
      tags: { team: 'data' },
    });
  });

  it('sends the same client token in each retry and resolves with the created application if wait is true', async () => {
    await using aws = fakeAws();
    aws.once('CreateApplication', fault('reset'));
    aws.on('CreateApplication', { applicationId, arn });
    aws.once('GetApplication', applicationIn('CREATING'));
    aws.on('GetApplication', applicationIn('CREATED', { maximumCapacity: { cpu: '400 vCPU', memory: '3000GB' } }));
    const application = await createEmrServerlessApplication({ releaseLabel }, { session: aws.session, wait: true });
    expect(application).toMatchObject({ state: 'CREATED', maximumCapacity: { vCpus: 400, memoryGB: 3_000 } });
    const [first, second] = aws.requests;
    expect(second?.operation).toBe('CreateApplication');
    expect(documentOf(second)).toEqual(documentOf(first));
    expect(documentOf(second)['clientToken']).toMatch(/^[\w-]{36}$/);
  });

  it.each([
    [{ releaseLabel: 'emr 7' }, 'a release label such as emr-7.9.0'],
    [{ releaseLabel, name: 'a b' }, '1 to 64 letters'],
    [{ releaseLabel, maximumCapacity: { vCpus: 0, memoryGB: 1 } }, 'maximumCapacity.vCpus'],
    [{ releaseLabel, idleTimeoutMinutes: 10_081 }, 'idleTimeoutMinutes'],
    [
      { releaseLabel, autoStop: false, idleTimeoutMinutes: 5 },
      'provide idleTimeoutMinutes only for an application that stops automatically',
    ],
    [{ releaseLabel, subnetIds: ['subnet-01234567'] }, 'subnetIds with securityGroupIds'],
  ])('rejects invalid input before anything is sent: %#', async (invalid, message) => {
    await using aws = fakeAws();
    const call = createEmrServerlessApplication(invalid, { session: aws.session });
    await expect(call).rejects.toThrow(InvalidInputError);
    await expect(call).rejects.toThrow(message);
    expect(aws.requests).toEqual([]);
  });
});

describe('an application', () => {
  it('is described with flattened members and numbers without units', async () => {
    await using aws = fakeAws();
    aws.on(
      'GetApplication',
      applicationIn('STOPPED', {
        stateDetails: '',
        autoStartConfiguration: { enabled: true },
        autoStopConfiguration: { enabled: true, idleTimeoutMinutes: 15 },
        networkConfiguration: { subnetIds: ['subnet-1'] },
        tags: { team: 'data' },
      }),
    );
    expect(await describeEmrServerlessApplication(applicationId, { session: aws.session })).toEqual({
      applicationId,
      arn,
      state: 'STOPPED',
      type: 'Spark',
      releaseLabel,
      createdAt: new Date(1_793_527_200_000),
      updatedAt: new Date(1_793_527_200_000),
      autoStart: true,
      autoStop: true,
      idleTimeoutMinutes: 15,
      subnetIds: ['subnet-1'],
      securityGroupIds: [],
      tags: { team: 'data' },
    });
  });

  it('is started, stopped and deleted by its ID or by an earlier result', async () => {
    await using aws = fakeAws({ answers: { StartApplication: {}, StopApplication: {}, DeleteApplication: {} } });
    const options = { session: aws.session, wait: true as const };
    for (const state of ['CREATED', 'STARTING']) aws.once('GetApplication', applicationIn(state));
    aws.on('GetApplication', applicationIn('STARTED'));
    const started = await startEmrServerlessApplication(applicationId, options);
    aws.once('GetApplication', applicationIn('STOPPING'));
    aws.on('GetApplication', applicationIn('STOPPED'));
    const stopped = await stopEmrServerlessApplication(started, options);
    expect([started.state, stopped.state]).toEqual(['STARTED', 'STOPPED']);
    aws.once('GetApplication', applicationIn('STOPPED'));
    aws.on('GetApplication', noApplication);
    expect(await deleteEmrServerlessApplication(stopped, options)).toBeUndefined();
    const changes = aws.requests.filter(({ operation }) => operation !== 'GetApplication');
    expect(changes.map(({ operation, input }) => [operation, input])).toEqual([
      ['StartApplication', { applicationId }],
      ['StopApplication', { applicationId }],
      ['DeleteApplication', { applicationId }],
    ]);
  });

  it('that is deleted ends the wait for another state, with the reason', async () => {
    await using aws = fakeAws();
    aws.on('GetApplication', applicationIn('TERMINATED', { stateDetails: 'Deleted by a user' }));
    const waiting = waitForEmrServerlessApplication({ applicationId, state: 'started' }, { session: aws.session });
    await expect(waiting).rejects.toThrow(WaitError);
    await expect(waiting).rejects.toMatchObject({ state: 'TERMINATED', reason: 'Deleted by a user' });
    const deleted = waitForEmrServerlessApplication({ applicationId, state: 'deleted' }, { session: aws.session });
    expect(await deleted).toBeUndefined();
  });

  it('throws NotFoundError, ConflictError, ServiceError or QuotaExceededError by situation', async () => {
    const states = `Application ${applicationId} must be in one of the following statuses [CREATED, STOPPED]. Current status: STARTED`;
    await using aws = fakeAws({
      answers: {
        GetApplication: noApplication,
        DeleteApplication: awsError('ValidationException', states),
        StopApplication: awsError('ValidationException', 'Application has running jobs'),
        StartApplication: awsError('ServiceQuotaExceededException', 'The maximum vCPUs are reached', { status: 402 }),
      },
    });
    const options = { session: aws.session };
    const missing = describeEmrServerlessApplication(applicationId, options);
    await expect(missing).rejects.toThrow(NotFoundError);
    await expect(missing).rejects.toMatchObject({ resource: 'application', id: applicationId });
    const deleted = deleteEmrServerlessApplication(applicationId, options);
    await expect(deleted).rejects.toThrow(ConflictError);
    await expect(deleted).rejects.toThrow('stopEmrServerlessApplication');
    await expect(stopEmrServerlessApplication(applicationId, options)).rejects.toThrow(ServiceError);
    await expect(startEmrServerlessApplication(applicationId, options)).rejects.toThrow(QuotaExceededError);
  });

  it('is listed by state, over all pages', async () => {
    await using aws = fakeAws();
    aws.once('ListApplications', {
      applications: [applicationOf('STARTED', { id: applicationId })],
      nextToken: 'next',
    });
    aws.once('ListApplications', { applications: [applicationOf('STOPPED', { id: '00f1other' })] });
    const input = { state: ['STARTED', 'STOPPED'] };
    const applications = await listEmrServerlessApplications(input, { session: aws.session }).toArray();
    expect(applications.map((each) => each.applicationId)).toEqual([applicationId, '00f1other']);
    expect(aws.requests[1]?.path).toContain('states=STARTED&states=STOPPED');
    expect(aws.requests[1]?.path).toContain('nextToken=next');
  });
});
