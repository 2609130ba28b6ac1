import { InvalidInputError } from '@arch/core';
import { fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { describeInstanceStatus, listInstanceStatuses } from './index.js';

const id = 'i-0123456789abcdef0';

const status = (InstanceId: string): object => ({
  InstanceId,
  AvailabilityZone: 'eu-west-1a',
  InstanceState: { Code: 16, Name: 'running' },
  InstanceStatus: { Status: 'ok', Details: [{ Name: 'reachability', Status: 'passed' }] },
  SystemStatus: { Status: 'impaired', Details: [{ Name: 'reachability', Status: 'failed' }] },
  AttachedEbsStatus: { Status: 'ok' },
  Events: [
    {
      InstanceEventId: 'instance-event-0d59937288b749b32',
      Code: 'system-reboot',
      Description: 'The instance is scheduled for a reboot',
      NotBefore: '2026-12-01T12:00:00Z',
      NotBeforeDeadline: '2026-12-05T12:00:00Z',
    },
  ],
});

it('returns the status checks and the scheduled events', async () => {
  await using aws = fakeAws({ answers: { DescribeInstanceStatus: { InstanceStatuses: [status(id)] } } });
  const expected = {
    instanceId: id,
    availabilityZone: 'eu-west-1a',
    state: 'running',
    instanceStatus: 'ok',
    systemStatus: 'impaired',
    attachedEbsStatus: 'ok',
    events: [
      {
        instanceEventId: 'instance-event-0d59937288b749b32',
        code: 'system-reboot',
        description: 'The instance is scheduled for a reboot',
        notBefore: new Date('2026-12-01T12:00:00Z'),
        notBeforeDeadline: new Date('2026-12-05T12:00:00Z'),
      },
    ],
  };
  expect(await describeInstanceStatus(id, { session: aws.session })).toEqual(expected);
  expect(await listInstanceStatuses({}, { session: aws.session }).toArray()).toEqual([expected]);
  expect(aws.requests.map(({ input }) => input)).toEqual([
    { IncludeAllInstances: true, InstanceIds: [id] },
    { MaxResults: 1_000 },
  ]);
});

it('reads all pages', async () => {
  await using aws = fakeAws();
  aws.on('DescribeInstanceStatus', ({ NextToken }) =>
    NextToken === 'second'
      ? { InstanceStatuses: [status('i-00000000000000002')] }
      : { InstanceStatuses: [status('i-00000000000000001')], NextToken: 'second' },
  );
  const ids = await Array.fromAsync(listInstanceStatuses({}, { session: aws.session }), ({ instanceId }) => instanceId);
  expect(ids).toEqual(['i-00000000000000001', 'i-00000000000000002']);
});

it.each([
  [
    { instanceStatus: 'impaired', systemStatus: ['impaired', 'insufficient-data'], eventCode: 'system-reboot' },
    {
      Filters: [
        { Name: 'instance-status.status', Values: ['impaired'] },
        { Name: 'system-status.status', Values: ['impaired', 'insufficient-data'] },
        { Name: 'event.code', Values: ['system-reboot'] },
      ],
    },
  ],
  [{ includeAllInstances: true }, { IncludeAllInstances: true }],
  [
    { state: ['stopped', 'running'], filters: { 'availability-zone': 'eu-west-1a' } },
    {
      IncludeAllInstances: true,
      Filters: [
        { Name: 'instance-state-name', Values: ['stopped', 'running'] },
        { Name: 'availability-zone', Values: ['eu-west-1a'] },
      ],
    },
  ],
  [
    { state: 'running', includeAllInstances: false },
    { IncludeAllInstances: false, Filters: [{ Name: 'instance-state-name', Values: ['running'] }] },
  ],
])('sends %j as AWS filters', async (wanted, sent) => {
  await using aws = fakeAws({ answers: { DescribeInstanceStatus: {} } });
  expect(await listInstanceStatuses(wanted, { session: aws.session }).count()).toBe(0);
  expect(aws.requests[0]?.input).toEqual({ MaxResults: 1_000, ...sent });
});

it('rejects an unknown member before anything is sent', async () => {
  await using aws = fakeAws();
  const listing = listInstanceStatuses({ unhealthy: true } as never, { session: aws.session });
  await expect(listing.toArray()).rejects.toThrow(InvalidInputError);
  expect(aws.requests).toEqual([]);
});
