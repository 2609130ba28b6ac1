// Tests your own code without AWS, at the level of HTTP: real retries and waits, but a simulated clock. Creates: nothing, sends nothing.
import assert from 'node:assert/strict';

import { startInstance } from '@arch/compute';
import { awsError, fakeAws } from '@arch/core/testing';

const startAndWait = (instanceId: string, session: Parameters<typeof startInstance>[1]): Promise<string> =>
  startInstance(instanceId, { ...session, wait: true }).then(({ state }) => state);

const aws = fakeAws();
const instanceId = 'i-0123456789abcdef0';
const instance = {
  InstanceId: instanceId,
  ImageId: 'ami-0123456789abcdef0',
  InstanceType: 't3.micro',
  LaunchTime: '2026-11-01',
  Placement: { AvailabilityZone: 'eu-west-1a' },
};
aws.once('StartInstances', awsError('RequestLimitExceeded', 'Request limit exceeded.', { status: 503 }));
aws.on('StartInstances', {
  StartingInstances: [
    { InstanceId: instanceId, PreviousState: { Name: 'stopped' }, CurrentState: { Name: 'pending' } },
  ],
});
aws.on('DescribeInstances', (_input, { attempt }) => ({
  Reservations: [{ Instances: [{ ...instance, State: { Name: attempt < 5 ? 'pending' : 'running' } }] }],
}));

assert.equal(await startAndWait(instanceId, { session: aws.session }), 'running');
console.log(
  aws.requests.map(({ operation }) => operation).join(' → '),
  `in ${Math.round(aws.clock.elapsedMs / 1_000)} simulated seconds`,
);
await aws.close();
