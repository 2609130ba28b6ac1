import { CapacityError, ConflictError, DeadlineError } from '@arch/core';
import { awsError, fakeAws, type FakeAws, fault } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { resizeInstance } from './index.js';

const instanceId = 'i-0123456789abcdef0';

const described = (state: string, type: string): object => ({
  Reservations: [
    {
      Instances: [
        {
          InstanceId: instanceId,
          ImageId: 'ami-0123456789abcdef0',
          InstanceType: type,
          State: { Name: state },
          LaunchTime: '2026-11-01T10:00:00Z',
          Placement: { AvailabilityZone: 'eu-west-1a' },
        },
      ],
    },
  ],
});

/** A fake AWS with one instance that can be started, stopped and modified. */
const withInstance = (state: string): FakeAws => {
  const instance = { state, type: 't3.micro' };
  const aws = fakeAws();
  const change = (to: string) => () => {
    instance.state = to;
    return { InstanceId: instanceId, PreviousState: { Name: 'x' }, CurrentState: { Name: to } };
  };
  aws.on('DescribeInstances', () => described(instance.state, instance.type));
  aws.on('StopInstances', () => ({ StoppingInstances: [change('stopped')()] }));
  aws.on('StartInstances', () => ({ StartingInstances: [change('running')()] }));
  aws.on<{ InstanceType: { Value: string } }>('ModifyInstanceAttribute', ({ InstanceType }) => {
    instance.type = InstanceType.Value;
    return {};
  });
  return aws;
};

const changes = (aws: FakeAws): string[] =>
  aws.requests.map(({ operation }) => operation).filter((operation) => operation !== 'DescribeInstances');

it('stops a running instance, changes its type and starts it again', async () => {
  await using aws = withInstance('running');
  const resized = await resizeInstance({ instanceId, instanceType: 't3.large' }, { session: aws.session });
  expect(resized).toMatchObject({ state: 'running', instanceType: 't3.large' });
  expect(changes(aws)).toEqual(['StopInstances', 'ModifyInstanceAttribute', 'StartInstances']);
});

it('leaves a stopped instance stopped', async () => {
  await using aws = withInstance('stopped');
  const resized = await resizeInstance({ instanceId, instanceType: 't3.large' }, { session: aws.session });
  expect(resized).toMatchObject({ state: 'stopped', instanceType: 't3.large' });
  expect(changes(aws)).toEqual(['ModifyInstanceAttribute']);
});

it('changes nothing if the instance already has the type', async () => {
  await using aws = withInstance('running');
  await resizeInstance({ instanceId, instanceType: 't3.micro' }, { session: aws.session });
  expect(changes(aws)).toEqual([]);
});

it('restores the old type and starts the instance if AWS lacks capacity for the new type', async () => {
  await using aws = withInstance('running');
  aws.once(
    'StartInstances',
    awsError('InsufficientInstanceCapacity', 'We currently do not have sufficient capacity.', { status: 500 }),
  );
  aws.once(
    'StartInstances',
    awsError('InsufficientInstanceCapacity', 'We currently do not have sufficient capacity.', { status: 500 }),
  );
  aws.once(
    'StartInstances',
    awsError('InsufficientInstanceCapacity', 'We currently do not have sufficient capacity.', { status: 500 }),
  );
  const call = resizeInstance({ instanceId, instanceType: 't3.large' }, { session: aws.session });
  await expect(call).rejects.toThrow(CapacityError);
  await expect(call).rejects.toThrow(/i-0123456789abcdef0 has the type t3\.micro again and has been started\.$/);
  expect(changes(aws).slice(-2)).toEqual(['ModifyInstanceAttribute', 'StartInstances']);
});

it('starts the instance again if AWS rejects the new type, and reports its state if the start also fails', async () => {
  await using aws = withInstance('running');
  aws.on('ModifyInstanceAttribute', awsError('IncorrectInstanceState', 'No.'));
  const refused = resizeInstance({ instanceId, instanceType: 't3.large' }, { session: aws.session });
  await expect(refused).rejects.toThrow(ConflictError);
  await expect(refused).rejects.toThrow(
    /^resizeInstance: modifying the instance: .* has the type t3\.micro again and has been started\.$/,
  );
  aws.on('StartInstances', awsError('IncorrectInstanceState', 'Not now.'));
  const left = resizeInstance({ instanceId, instanceType: 't3.large' }, { session: aws.session });
  await expect(left).rejects.toThrow(
    /i-0123456789abcdef0 could not be put back to t3\.micro and started\. Undoing it failed: starting the instance: .*Not now/,
  );
});

it('restores the old type after the deadline, then rejects', async () => {
  await using aws = withInstance('running');
  aws.once('ModifyInstanceAttribute', fault('hang'));
  const call = resizeInstance({ instanceId, instanceType: 't3.large' }, { session: aws.session, timeoutMs: 20_000 });
  await expect(call).rejects.toThrow(DeadlineError);
  await expect(call).rejects.toThrow(/has the type t3\.micro again and has been started\.$/);
  expect(changes(aws)).toEqual(['StopInstances', 'ModifyInstanceAttribute', 'StartInstances']);
});

it('does not undo a started instance if only the wait exceeds the deadline', async () => {
  await using aws = withInstance('running');
  aws.once('StartInstances', fault('hang'));
  aws.on('DescribeInstances', described('pending', 't3.large'));
  aws.once('DescribeInstances', described('running', 't3.micro'));
  aws.once('DescribeInstances', described('stopped', 't3.micro'));
  const call = resizeInstance({ instanceId, instanceType: 't3.large' }, { session: aws.session, timeoutMs: 20_000 });
  await expect(call).rejects.toThrow(/i-0123456789abcdef0 has the type t3\.large and is pending\.$/);
  expect(changes(aws)).toEqual(['StopInstances', 'ModifyInstanceAttribute', 'StartInstances']);
});

it('changes nothing if AWS rejects the stop', async () => {
  await using aws = withInstance('running');
  aws.on('StopInstances', awsError('OperationNotPermitted', 'It is protected.'));
  await expect(resizeInstance({ instanceId, instanceType: 't3.large' }, { session: aws.session })).rejects.toThrow(
    /^resizeInstance: stopping the instance: /,
  );
  expect(changes(aws)).toEqual(['StopInstances']);
});
