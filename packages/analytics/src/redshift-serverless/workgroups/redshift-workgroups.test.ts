import {
  AlreadyExistsError,
  CapacityError,
  ConflictError,
  DeadlineError,
  InvalidInputError,
  NotFoundError,
  WaitError,
} from '@arch/core';
import { awsError, fakeAws, fault } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import {
  createRedshiftWorkgroup,
  deleteRedshiftWorkgroup,
  describeRedshiftWorkgroup,
  listRedshiftWorkgroups,
  waitForRedshiftWorkgroup,
} from './index.js';

const workgroupName = 'reports';
const namespaceName = 'warehouse';
const names = { workgroupName, namespaceName };
const response = (status: string, more: object = {}): object => ({ workgroup: { ...names, status, ...more } });
const absent = awsError('ResourceNotFoundException', 'Workgroup reports not found.');
const busy = awsError('ConflictException', 'There is an operation running on the workgroup. Try again later.');

describe('createRedshiftWorkgroup', () => {
  it('creates a private workgroup of 8 RPUs by default; the wait resolves when it is available', async () => {
    await using aws = fakeAws({ answers: { CreateWorkgroup: response('CREATING', { endpoint: { port: 5439 } }) } });
    const { session } = aws;
    aws.once('GetWorkgroup', response('CREATING'));
    aws.on(
      'GetWorkgroup',
      response('AVAILABLE', { endpoint: { address: 'reports.aws', port: 5439 }, baseCapacity: 8 }),
    );
    const made = await createRedshiftWorkgroup({ ...names, tags: { team: 'bi' } }, { session, wait: true });
    expect(made).toMatchObject({
      status: 'AVAILABLE',
      endpoint: { address: 'reports.aws', port: 5439 },
      baseCapacityRpu: 8,
    });
    expect(aws.requests[0]?.input).toEqual({
      ...names,
      baseCapacity: 8,
      publiclyAccessible: false,
      tags: [{ key: 'team', value: 'bi' }],
    });
    expect((await createRedshiftWorkgroup(names, { session })).endpoint).toBeUndefined();
  });

  it('sends all members of the input', async () => {
    const configParameters = [{ parameterKey: 'max_query_execution_time', parameterValue: '3600' }];
    await using aws = fakeAws({
      answers: { CreateWorkgroup: response('CREATING', { configParameters, maxCapacity: 512 }) },
    });
    const more = {
      publiclyAccessible: true,
      enhancedVpcRouting: true,
      subnetIds: ['subnet-0123456789abcdef0'],
      securityGroupIds: ['sg-0123456789abcdef0'],
      port: 5_455,
    };
    const made = await createRedshiftWorkgroup(
      {
        ...names,
        ...more,
        baseCapacityRpu: 128,
        maxCapacityRpu: 512,
        configParameters: { max_query_execution_time: '3600' },
      },
      { session: aws.session },
    );
    expect(made).toMatchObject({ configParameters: { max_query_execution_time: '3600' }, maxCapacityRpu: 512 });
    expect(aws.requests[0]?.input).toEqual({
      ...names,
      ...more,
      baseCapacity: 128,
      maxCapacity: 512,
      configParameters,
    });
  });

  it.each([4, 8, 16, 512, 544, 1_024])('accepts a base capacity of %i RPUs', async (baseCapacityRpu) => {
    await using aws = fakeAws({ answers: { CreateWorkgroup: response('CREATING') } });
    await createRedshiftWorkgroup({ ...names, baseCapacityRpu }, { session: aws.session });
    expect(aws.requests[0]?.input).toMatchObject({ baseCapacity: baseCapacityRpu });
  });

  it.each([0, 1, 5, 12, 520, 1_032, 1_056, -8, 8.5])('rejects a base capacity of %d RPUs', async (baseCapacityRpu) => {
    await using aws = fakeAws();
    const making = createRedshiftWorkgroup({ ...names, baseCapacityRpu }, { session: aws.session });
    await expect(making).rejects.toThrow(InvalidInputError);
    const expected = Number.isInteger(baseCapacityRpu)
      ? '4, a multiple of 8 up to 512, or a multiple of 32 up to 1,024'
      : 'a whole number';
    await expect(making).rejects.toThrow(`baseCapacityRpu must be ${expected} (got ${baseCapacityRpu})`);
    expect(aws.requests).toEqual([]);
  });

  it.each([
    [
      { baseCapacityRpu: 64, maxCapacityRpu: 32 },
      'maxCapacityRpu must be at least the baseCapacityRpu, which is 8 by default (got 32)',
    ],
    [{ maxCapacityRpu: 4 }, 'which is 8 by default'],
    [{ port: 5_456 }, 'port must be 5431–5455 or 8191–8215 (got 5456)'],
    [{ workgroupName: 'no' }, '3–64 lower-case letters, digits and hyphens'],
    [{ subnetIds: [] }, 'subnetIds must have at least 1 item (got a list of 0)'],
  ])('rejects invalid input before anything is sent: %o', async (invalid, message) => {
    await using aws = fakeAws();
    const making = createRedshiftWorkgroup({ ...names, ...invalid }, { session: aws.session });
    await expect(making).rejects.toThrow(InvalidInputError);
    await expect(making).rejects.toThrow(message);
    expect(aws.requests).toEqual([]);
  });

  it('throws NotFoundError, AlreadyExistsError or CapacityError by situation', async () => {
    await using aws = fakeAws({ answers: { CreateWorkgroup: busy } });
    const { session } = aws;
    aws.once('CreateWorkgroup', absent);
    await expect(createRedshiftWorkgroup(names, { session })).rejects.toThrow('namespace warehouse does not exist');
    aws.once('CreateWorkgroup', fault('close-mid-body'));
    aws.once('GetWorkgroup', response('CREATING'));
    const again = createRedshiftWorkgroup(names, { session });
    await expect(again).rejects.toThrow(AlreadyExistsError);
    await expect(again).rejects.toThrow('workgroup reports already exists. AWS says: There is an operation running');
    await expect(again).rejects.toThrow(
      'An earlier attempt of this call may have created it: the response to that attempt was lost.',
    );
    // The SDK retries this error.
    aws.on('CreateWorkgroup', awsError('InsufficientCapacityException', 'Not now.'));
    await expect(createRedshiftWorkgroup(names, { session })).rejects.toThrow(CapacityError);
  });

  it('repeats the request for three minutes while the namespace is busy', async () => {
    await using aws = fakeAws({ answers: { CreateWorkgroup: busy, GetWorkgroup: absent } });
    await expect(createRedshiftWorkgroup(names, { session: aws.session })).rejects.toThrow(ConflictError);
    expect(aws.clock.elapsedMs).toBe(180_000);
    expect(aws.requests.filter(({ operation }) => operation === 'CreateWorkgroup')).toHaveLength(19);
  });
});

describe('a workgroup of Redshift Serverless', () => {
  it('is described, and listed over all pages', async () => {
    await using aws = fakeAws({ answers: { GetWorkgroup: response('AVAILABLE') } });
    const { session } = aws;
    expect(await describeRedshiftWorkgroup(workgroupName, { session })).toEqual({
      ...names,
      status: 'AVAILABLE',
      subnetIds: [],
      securityGroupIds: [],
      configParameters: {},
    });
    aws.once('ListWorkgroups', { workgroups: [{ ...names, status: 'AVAILABLE' }], nextToken: 'next' });
    aws.once('ListWorkgroups', { workgroups: [{ ...names, workgroupName: 'other', status: 'DELETING' }] });
    const listing = listRedshiftWorkgroups({ ownerAccount: '123456789012' }, { session });
    expect(await Array.fromAsync(listing, (each) => each.workgroupName)).toEqual([workgroupName, 'other']);
    const ownerAccount = '123456789012';
    expect(aws.requests.slice(1).map(({ input }) => input)).toMatchObject([
      { maxResults: 100, ownerAccount },
      { nextToken: 'next', ownerAccount },
    ]);
  });

  it('is deleted; the wait resolves when it no longer exists, also if AWS first returns AVAILABLE', async () => {
    await using aws = fakeAws({ answers: { DeleteWorkgroup: response('DELETING') } });
    const { session } = aws;
    const deleting = await deleteRedshiftWorkgroup(workgroupName, { session });
    expect(deleting.status).toBe('DELETING');
    for (const status of ['AVAILABLE', 'MODIFYING', 'DELETING']) aws.once('GetWorkgroup', response(status));
    aws.on('GetWorkgroup', absent);
    expect(await deleteRedshiftWorkgroup(deleting, { session, wait: true })).toBeUndefined();
    expect(aws.requests[1]?.input).toEqual({ workgroupName });
  });

  it('gets the deletion request again while it is busy, and throws ConflictError if another client deletes it', async () => {
    await using aws = fakeAws({ answers: { DeleteWorkgroup: busy } });
    const { session } = aws;
    aws.once('DeleteWorkgroup', busy);
    aws.once('GetWorkgroup', response('MODIFYING'));
    aws.once('DeleteWorkgroup', response('DELETING'));
    await deleteRedshiftWorkgroup(workgroupName, { session });
    expect(aws.clock.elapsedMs).toBe(10_000);
    aws.on('GetWorkgroup', response('DELETING'));
    await expect(deleteRedshiftWorkgroup(workgroupName, { session })).rejects.toThrow(ConflictError);
    aws.once('DeleteWorkgroup', fault('close-mid-body'));
    expect((await deleteRedshiftWorkgroup(workgroupName, { session })).status).toBe('DELETING');
  });

  it('ends a wait if it is being deleted, is unknown, or exceeds the timeout', async () => {
    await using aws = fakeAws();
    const { session } = aws;
    const goal = { workgroupName, state: 'available' } as const;
    aws.once('GetWorkgroup', response('DELETING'));
    await expect(waitForRedshiftWorkgroup(goal, { session })).rejects.toThrow(WaitError);
    aws.once('GetWorkgroup', absent);
    await expect(waitForRedshiftWorkgroup(goal, { session })).rejects.toThrow(NotFoundError);
    aws.on('GetWorkgroup', response('CREATING'));
    await expect(waitForRedshiftWorkgroup(goal, { session })).rejects.toThrow(DeadlineError);
    expect(aws.clock.elapsedMs).toBe(1_800_000);
  });
});
