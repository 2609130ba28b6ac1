import { NotFoundError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { terminateInstance, waitForInstance } from './index.js';

const instanceId = 'i-0123456789abcdef0';
const forgotten = awsError('InvalidInstanceID.NotFound', `The instance ID '${instanceId}' does not exist`);

it('has terminated if EC2 has forgotten the instance', async () => {
  await using aws = fakeAws({ answers: { DescribeInstances: forgotten } });
  const states: string[] = [];
  const onProgress = ({ state }: { state: string }): void => void states.push(state);
  const wait = waitForInstance({ instanceId, state: 'terminated' }, { session: aws.session, onProgress });
  await expect(wait).resolves.toBeUndefined();
  expect(states).toEqual(['terminated']);
  const change = {
    InstanceId: instanceId,
    PreviousState: { Name: 'running' },
    CurrentState: { Name: 'shutting-down' },
  };
  aws.on('TerminateInstances', { TerminatingInstances: [change] });
  await expect(terminateInstance(instanceId, { session: aws.session, wait: true })).resolves.toBeUndefined();
});

it('does not exist for any other goal', async () => {
  await using aws = fakeAws({ answers: { DescribeInstances: forgotten } });
  const wait = waitForInstance({ instanceId, state: 'running' }, { session: aws.session });
  await expect(wait).rejects.toThrow(NotFoundError);
});
