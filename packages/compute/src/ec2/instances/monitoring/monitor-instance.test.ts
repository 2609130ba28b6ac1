import { InvalidInputError, NotFoundError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { monitorInstance, unmonitorInstance } from './index.js';

// No integration test: the local AWS supports neither operation.

const idOf = (n: number): string => `i-${n.toString(16).padStart(17, '0')}`;
const idsOf = (input: object): readonly string[] => (input as { InstanceIds: string[] }).InstanceIds;

it.each([
  ['MonitorInstances', monitorInstance, 'pending'],
  ['UnmonitorInstances', unmonitorInstance, 'disabling'],
] as const)(
  'joins concurrent calls into one %s request; an unknown ID rejects only its own call',
  async (name, operation, state) => {
    await using aws = fakeAws();
    aws.on(name, (input) => {
      if (idsOf(input).includes(idOf(2)))
        return awsError('InvalidInstanceID.NotFound', `The instance ID '${idOf(2)}' does not exist`);
      return { InstanceMonitorings: idsOf(input).map((InstanceId) => ({ InstanceId, Monitoring: { State: state } })) };
    });
    const calls = [1, 2, 3].map((n) => operation(idOf(n), { session: aws.session }));
    const [first, second, third] = await Promise.allSettled(calls);
    expect(first).toEqual({ status: 'fulfilled', value: { instanceId: idOf(1), monitoring: state } });
    expect((second as PromiseRejectedResult).reason).toBeInstanceOf(NotFoundError);
    expect((second as PromiseRejectedResult).reason).toMatchObject({ resource: 'instance', id: idOf(2) });
    expect(third).toEqual({ status: 'fulfilled', value: { instanceId: idOf(3), monitoring: state } });
    expect(aws.requests.map(({ input }) => input)).toEqual([
      { InstanceIds: [idOf(1), idOf(2), idOf(3)] },
      { InstanceIds: [idOf(1), idOf(3)] },
    ]);
  },
);

it('sends calls with different members in aws separately', async () => {
  await using aws = fakeAws();
  aws.on('MonitorInstances', (input) => ({
    InstanceMonitorings: idsOf(input).map((InstanceId) => ({ InstanceId, Monitoring: { State: 'enabled' } })),
  }));
  await Promise.all([
    monitorInstance(idOf(1), { session: aws.session }),
    monitorInstance({ instanceId: idOf(2), aws: { MetricCategoryIds: ['x'] } }, { session: aws.session }),
  ]);
  expect(aws.requests.map(({ input }) => input)).toEqual([
    { InstanceIds: [idOf(1)] },
    { InstanceIds: [idOf(2)], MetricCategoryIds: ['x'] },
  ]);
});

it.each([monitorInstance, unmonitorInstance])(
  'rejects an invalid instance ID before anything is sent',
  async (operation) => {
    await using aws = fakeAws();
    await expect(operation('vol-0123456789abcdef0', { session: aws.session })).rejects.toThrow(InvalidInputError);
    expect(aws.requests).toEqual([]);
  },
);
