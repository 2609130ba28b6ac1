import { ConflictError, InvalidInputError, NotFoundError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { rebootInstance, stopInstance, terminateInstance } from './index.js';

const idOf = (n: number): string => `i-${n.toString(16).padStart(17, '0')}`;
const idsOf = (input: object): readonly string[] => (input as { InstanceIds: string[] }).InstanceIds;

const changes = (ids: readonly string[], from: string, to: string): object[] =>
  ids.map((InstanceId) => ({ InstanceId, PreviousState: { Name: from }, CurrentState: { Name: to } }));

const described = (id: string, state: string): object => ({
  InstanceId: id,
  ImageId: 'ami-0123456789abcdef0',
  InstanceType: 't3.micro',
  State: { Name: state },
  LaunchTime: '2026-11-01T10:00:00.000Z',
  Placement: { AvailabilityZone: 'eu-west-1a' },
});

it('joins stops with equal options into one request, and sends others separately', async () => {
  await using aws = fakeAws();
  aws.on('StopInstances', (input) => ({ StoppingInstances: changes(idsOf(input), 'running', 'stopping') }));
  const options = { session: aws.session };
  const [first] = await Promise.all([
    stopInstance(idOf(1), options),
    stopInstance({ instanceId: idOf(2), force: true, skipOsShutdown: true }, options),
    stopInstance({ instanceId: idOf(3), hibernate: true }, options),
    stopInstance(idOf(4), options),
  ]);
  expect(first).toEqual({ instanceId: idOf(1), previousState: 'running', currentState: 'stopping' });
  expect(aws.requests.map(({ input }) => input)).toEqual([
    { InstanceIds: [idOf(1), idOf(4)] },
    { InstanceIds: [idOf(2)], Force: true, SkipOsShutdown: true },
    { InstanceIds: [idOf(3)], Hibernate: true },
  ]);
});

it('resolves with the stopped instance if wait is true', async () => {
  await using aws = fakeAws();
  aws.on('StopInstances', (input) => ({ StoppingInstances: changes(idsOf(input), 'running', 'stopping') }));
  for (const state of ['running', 'stopping', 'stopped']) {
    aws.once('DescribeInstances', { Reservations: [{ Instances: [described(idOf(1), state)] }] });
  }
  const instance = await stopInstance(idOf(1), { session: aws.session, wait: true });
  expect(instance.state).toBe('stopped');
  expect(aws.requests.map(({ operation }) => operation)).toEqual([
    'StopInstances',
    ...Array(3).fill('DescribeInstances'),
  ]);
});

it('names termination as the remedy for an instance that cannot be stopped', async () => {
  await using aws = fakeAws();
  aws.on(
    'StopInstances',
    awsError(
      'UnsupportedOperation',
      `The instance '${idOf(1)}' does not have an 'ebs' root device type and cannot be stopped.`,
    ),
  );
  const call = stopInstance(idOf(1), { session: aws.session });
  await expect(call).rejects.toThrow(ConflictError);
  await expect(call).rejects.toThrow(/can only be terminated/);
});

it('terminates the other instances if one of them is protected', async () => {
  await using aws = fakeAws();
  aws.on('TerminateInstances', (input) =>
    idsOf(input).includes(idOf(2))
      ? awsError(
          'OperationNotPermitted',
          `The instance '${idOf(2)}' may not be terminated. Modify its 'disableApiTermination' instance attribute.`,
        )
      : { TerminatingInstances: changes(idsOf(input), 'running', 'shutting-down') },
  );
  const calls = [1, 2, 3].map((n) => terminateInstance({ instanceId: idOf(n), force: true }, { session: aws.session }));
  const [first, second, third] = await Promise.allSettled(calls);
  expect([first?.status, third?.status]).toEqual(['fulfilled', 'fulfilled']);
  expect((second as PromiseRejectedResult).reason).toBeInstanceOf(ConflictError);
  expect((second as PromiseRejectedResult).reason).toMatchObject({ id: idOf(2), code: 'OperationNotPermitted' });
  expect(aws.requests.map(({ input }) => input)).toEqual([
    { InstanceIds: [idOf(1), idOf(2), idOf(3)], Force: true },
    { InstanceIds: [idOf(1), idOf(3)], Force: true },
  ]);
});

it('resolves with the terminated instance if wait is true', async () => {
  await using aws = fakeAws();
  aws.on('TerminateInstances', (input) => ({
    TerminatingInstances: changes(idsOf(input), 'running', 'shutting-down'),
  }));
  aws.once('DescribeInstances', { Reservations: [{ Instances: [described(idOf(1), 'shutting-down')] }] });
  aws.on('DescribeInstances', { Reservations: [{ Instances: [described(idOf(1), 'terminated')] }] });
  const instance = await terminateInstance(idOf(1), { session: aws.session, wait: true });
  expect(instance).toMatchObject({ instanceId: idOf(1), state: 'terminated' });
});

it('joins reboots into one request; an unknown instance rejects only its own call', async () => {
  await using aws = fakeAws();
  aws.on('RebootInstances', (input) =>
    idsOf(input).includes(idOf(2))
      ? awsError('InvalidInstanceID.NotFound', `The instance ID '${idOf(2)}' does not exist`)
      : {},
  );
  const calls = [1, 2, 3].map((n) => rebootInstance(idOf(n), { session: aws.session }));
  const [first, second, third] = await Promise.allSettled(calls);
  expect([first, third]).toEqual(Array.from({ length: 2 }, () => ({ status: 'fulfilled', value: undefined })));
  expect((second as PromiseRejectedResult).reason).toBeInstanceOf(NotFoundError);
  expect((second as PromiseRejectedResult).reason).toMatchObject({ id: idOf(2), resource: 'instance' });
  expect(aws.requests.map(({ input }) => idsOf(input).length)).toEqual([3, 2]);
});

it('rejects an invalid instance ID and unknown members before anything is sent', async () => {
  await using aws = fakeAws();
  const options = { session: aws.session };
  await expect(rebootInstance('web-1', options)).rejects.toThrow(InvalidInputError);
  await expect(stopInstance({ instanceId: idOf(1), force: 'yes' as never }, options)).rejects.toThrow(
    /force must be a boolean \(got "yes"\)/,
  );
  await expect(terminateInstance({ instanceId: idOf(1), hibernate: true } as never, options)).rejects.toThrow(
    /unknown member hibernate: the members are instanceId, force, skipOsShutdown, aws/,
  );
  expect(aws.requests).toEqual([]);
});

it('requires one permission on instances per operation, in addition to those of the wait', () => {
  const own = [stopInstance, terminateInstance, rebootInstance].flatMap(({ permissions }) => permissions);
  expect(own.filter(({ action }) => !action.startsWith('ec2:Describe'))).toEqual(
    ['StopInstances', 'TerminateInstances', 'RebootInstances'].map((action) => ({
      action: `ec2:${action}`,
      resources: ['instance'],
    })),
  );
});
