import { NotFoundError } from '@arch/core';
import { fakeAws, awsError } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { describeInstance } from './index.js';

const running = (id: string): object => ({
  InstanceId: id,
  ImageId: 'ami-0123456789abcdef0',
  InstanceType: 't3.micro',
  State: { Code: 16, Name: 'running' },
  LaunchTime: '2026-11-01T10:00:00.000Z',
  Placement: { AvailabilityZone: 'eu-west-1a', Tenancy: 'default' },
  PublicDnsName: '',
  Tags: [{ Key: 'Name', Value: 'web' }],
});
const idOf = (n: number): string => `i-${n.toString(16).padStart(17, '0')}`;

it('returns the instance with flattened members and tags as an object', async () => {
  await using aws = fakeAws();
  aws.on('DescribeInstances', { Reservations: [{ Instances: [running(idOf(1))] }] });
  const instance = await describeInstance(idOf(1), { session: aws.session });
  expect(instance).toEqual({
    instanceId: idOf(1),
    imageId: 'ami-0123456789abcdef0',
    instanceType: 't3.micro',
    state: 'running',
    launchTime: new Date('2026-11-01T10:00:00Z'),
    availabilityZone: 'eu-west-1a',
    tenancy: 'default',
    tags: { Name: 'web' },
    blockDeviceMappings: [],
    networkInterfaces: [],
    securityGroups: [],
  });
  expect(instance.aws).toMatchObject({ Placement: { Tenancy: 'default' } });
});

it('joins concurrent calls into one request per hundred; an unknown ID rejects only its own call', async () => {
  await using aws = fakeAws();
  aws.on('DescribeInstances', (input) => {
    const ids = (input as { InstanceIds: string[] }).InstanceIds;
    if (ids.includes(idOf(7)))
      return awsError('InvalidInstanceID.NotFound', `The instance ID '${idOf(7)}' does not exist`);
    return { Reservations: ids.map((id) => ({ Instances: [running(id)] })) };
  });
  const calls = Array.from({ length: 250 }, (_, n) => describeInstance(idOf(n), { session: aws.session }));
  const results = await Promise.allSettled(calls);
  expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  expect((results[7] as PromiseRejectedResult).reason).toBeInstanceOf(NotFoundError);
  expect(aws.requests).toHaveLength(4);
});
