import { DeadlineError, WaitError } from '@arch/core';
import { fakeAws, type FakeAws, fault, type FaultName } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { rebootInstance } from './index.js';

const instanceId = 'i-0123456789abcdef0';
const described = (state: string): object => ({
  Reservations: [
    {
      Instances: [
        {
          InstanceId: instanceId,
          ImageId: 'ami-0123456789abcdef0',
          InstanceType: 't3.micro',
          State: { Name: state },
          LaunchTime: '2026-11-01T10:00:00Z',
          Placement: { AvailabilityZone: 'eu-west-1a' },
        },
      ],
    },
  ],
});
const checked = (instance: string): object => ({
  InstanceStatuses: [
    {
      InstanceId: instanceId,
      InstanceState: { Name: 'running' },
      InstanceStatus: { Status: instance },
      SystemStatus: { Status: 'ok' },
    },
  ],
});
const rebooting = (): FakeAws => {
  const aws = fakeAws({ answers: { RebootInstances: {}, DescribeInstances: described('running') } });
  aws.on('DescribeInstanceStatus', checked('ok'));
  return aws;
};
const statusRequests = (aws: FakeAws): number =>
  aws.requests.filter(({ operation }) => operation === 'DescribeInstanceStatus').length;

describe('rebootInstance with wait: true', () => {
  it('resolves when the status checks pass again', async () => {
    await using aws = rebooting();
    for (const status of ['ok', 'initializing', 'initializing', 'ok'])
      aws.once('DescribeInstanceStatus', checked(status));
    const instance = await rebootInstance(instanceId, { session: aws.session, wait: true });
    expect(instance).toMatchObject({ instanceId, state: 'running' });
    expect(statusRequests(aws)).toBe(4);
  });

  it('resolves after 3 minutes if no status check fails', async () => {
    await using aws = rebooting();
    const reasons = new Set<string | undefined>();
    const wait = { onProgress: ({ reason }: { reason?: string | undefined }) => void reasons.add(reason) };
    await rebootInstance(instanceId, { session: aws.session, wait });
    expect(aws.clock.elapsedMs).toBeGreaterThanOrEqual(180_000);
    expect(aws.clock.elapsedMs).toBeLessThan(240_000);
    expect([...reasons]).toEqual(['the status checks may be older than the reboot', undefined]);
  });

  it('rejects if the instance is stopped during the wait, or never passes its checks', async () => {
    await using aws = rebooting();
    aws.once('DescribeInstances', described('running'));
    aws.on('DescribeInstances', described('stopping'));
    const stopped = rebootInstance(instanceId, { session: aws.session, wait: true });
    await expect(stopped).rejects.toThrow(WaitError);
    await expect(stopped).rejects.toThrow(
      /^rebootInstance: waiting for the instance: i-0123456789abcdef0 is stopping and cannot reach the goal\./,
    );
    await using dead = rebooting();
    dead.on('DescribeInstanceStatus', checked('impaired'));
    await expect(rebootInstance(instanceId, { session: dead.session, wait: true })).rejects.toThrow(DeadlineError);
  });
});

it.each<FaultName>(['reset', '500', 'hang', 'close-mid-body'])(
  'does not retry a reboot after %s, because AWS may have begun it',
  async (kind) => {
    await using aws = fakeAws({ answers: { RebootInstances: fault(kind) } });
    const calls = [instanceId, 'i-0123456789abcdef1'].map((id) => rebootInstance(id, { session: aws.session }));
    const outcomes = await Promise.allSettled(calls);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(aws.requests).toHaveLength(1);
  },
);

it('retries a throttled reboot', async () => {
  await using aws = fakeAws({ answers: { RebootInstances: {} } });
  aws.once('RebootInstances', fault('throttle'));
  await rebootInstance(instanceId, { session: aws.session });
  expect(aws.requests).toHaveLength(2);
});
