import { CapacityError, ConflictError } from '@arch/core';
import { awsError, fakeAws, type FakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { resizeInstance } from './index.js';

const instanceId = 'i-0123456789abcdef0';

/** An instance that starts, stops and changes as EC2's do. */
const withInstance = (state: string): FakeAws => {
  const instance = { state, type: 't3.micro' };
  const aws = fakeAws();
  const change = (to: string) => () => {
    instance.state = to;
    return { InstanceId: instanceId, PreviousState: { Name: 'x' }, CurrentState: { Name: to } };
  };
  aws.on('DescribeInstances', () => ({
    Reservations: [
      {
        Instances: [
          {
            InstanceId: instanceId,
            ImageId: 'ami-0123456789abcdef0',
            InstanceType: instance.type,
            State: { Name: instance.state },
            LaunchTime: '2026-11-01T10:00:00Z',
            Placement: { AvailabilityZone: 'eu-west-1a' },
          },
        ],
      },
    ],
  }));
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

it('does nothing when the type is the one that it has', async () => {
  await using aws = withInstance('running');
  await resizeInstance({ instanceId, instanceType: 't3.micro' }, { session: aws.session });
  expect(changes(aws)).toEqual([]);
});

it('puts the old type back and starts again when AWS has no capacity for the new one', async () => {
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
  await expect(call).rejects.toThrow(/i-0123456789abcdef0 is t3\.micro again and has been started\.$/);
  expect(changes(aws).slice(-2)).toEqual(['ModifyInstanceAttribute', 'StartInstances']);
});

it('says how the instance was left when it could not be put back', async () => {
  await using aws = withInstance('running');
  aws.on('ModifyInstanceAttribute', awsError('IncorrectInstanceState', 'No.'));
  const call = resizeInstance({ instanceId, instanceType: 't3.large' }, { session: aws.session });
  await expect(call).rejects.toThrow(ConflictError);
  await expect(call).rejects.toThrow(/could not be put back to t3\.micro and started/);
});
