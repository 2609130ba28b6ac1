import { DescribeInstancesCommand, TerminateInstancesCommand } from '@aws-sdk/client-ec2';
import { describe, expect, it } from 'vitest';

import { describeInstance, ec2, instancesOf, runInstance, terminateInstance } from '../__fixtures__/instances.js';
import { NotFoundError } from '../errors/not-found-error.js';
import { asIs } from '../schema/as-is.js';
import { string } from '../schema/z.js';
import { awsError, fakeAws } from '../testing/index.js';
import { operation, type Operation } from './operation.js';
import { input } from '../declaration/read-input.js';

const unknown = awsError('InvalidInstanceID.NotFound', "The instance ID 'i-1' does not exist");

const launched = { Instances: [{ InstanceId: 'i-1', State: { Name: 'pending' } }] };

describe('a resource that this process created', () => {
  it('is requested again while AWS does not find it', async () => {
    await using aws = fakeAws({ answers: { RunInstances: launched, DescribeInstances: unknown } });
    for (let times = 0; times < 4; times++) aws.once('DescribeInstances', unknown);
    aws.on('DescribeInstances', instancesOf(['i-1']));
    await runInstance({ imageId: 'ami-1' }, { session: aws.session });
    expect(await describeInstance('i-1', { session: aws.session })).toMatchObject({ instanceId: 'i-1' });
    expect(aws.requests.map(({ atMs }) => atMs)).toEqual([0, 0, 250, 750, 1_750, 3_750]);
  });

  it('is requested again for at most 15 seconds', async () => {
    await using aws = fakeAws({
      answers: { RunInstances: launched, DescribeInstances: unknown, TerminateInstances: unknown },
    });
    await runInstance({ imageId: 'ami-1' }, { session: aws.session });
    await expect(describeInstance('i-1', { session: aws.session })).rejects.toMatchObject({ name: 'NotFoundError' });
    const { elapsedMs } = aws.clock;
    expect(elapsedMs).toBeGreaterThan(12_000);
    expect(elapsedMs).toBeLessThanOrEqual(15_000);
    const before = aws.requests.length;
    await aws.clock.advance(15_000 - elapsedMs);
    await expect(terminateInstance('i-1', { session: aws.session })).rejects.toMatchObject({ name: 'NotFoundError' });
    expect(aws.requests.length - before).toBe(1);
  });

  it('is forgotten after 15 seconds, and remembered in its own region only', async () => {
    await using aws = fakeAws({ answers: { RunInstances: launched, DescribeInstances: unknown } });
    await runInstance({ imageId: 'ami-1' }, { session: aws.session });
    await expect(describeInstance('i-1', { session: aws.session, region: 'eu-west-1' })).rejects.toMatchObject({
      name: 'NotFoundError',
    });
    expect(aws.clock.elapsedMs).toBe(0);
    await aws.clock.advance(20_000);
    aws.on('RunInstances', { Instances: [{ InstanceId: 'i-2', State: { Name: 'pending' } }] });
    await runInstance({ imageId: 'ami-1' }, { session: aws.session });
    await expect(describeInstance('i-1', { session: aws.session })).rejects.toMatchObject({ name: 'NotFoundError' });
    expect(aws.clock.elapsedMs).toBe(20_000);
  });

  it('is named by the deadline that ends the retries', async () => {
    await using aws = fakeAws({ answers: { RunInstances: launched, DescribeInstances: unknown } });
    await runInstance({ imageId: 'ami-1' }, { session: aws.session });
    await expect(describeInstance('i-1', { session: aws.session, timeoutMs: 5_000 })).rejects.toMatchObject({
      name: 'DeadlineError',
      phase: 'waiting until AWS finds i-1',
      cause: { name: 'NotFoundError' },
    });
  });

  it('is final at once after a call that deletes it, and not after one that does not say so', async () => {
    await using aws = fakeAws({
      answers: {
        RunInstances: launched,
        DescribeInstances: unknown,
        TerminateInstances: { TerminatingInstances: [{ InstanceId: 'i-1' }] },
      },
    });
    const remove = (deletes: boolean): Operation<string, object> =>
      operation<string, object, typeof TerminateInstancesCommand>(() => ({
        name: 'removeInstance',
        service: ec2,
        command: TerminateInstancesCommand,
        permissions: ['ec2:TerminateInstances'],
        key: 'instanceId' as never,
        input: input({ instanceId: string() }) as never,
        output: asIs(),
        deletes,
        request: () => ({ InstanceIds: ['i-1'] }),
      }));
    const elapsedAfter = async (deletes: boolean): Promise<number> => {
      await runInstance({ imageId: 'ami-1' }, { session: aws.session });
      await remove(deletes)('i-1', { session: aws.session });
      const startedAt = aws.clock.elapsedMs;
      await expect(describeInstance('i-1', { session: aws.session })).rejects.toThrow(NotFoundError);
      return aws.clock.elapsedMs - startedAt;
    };
    expect(await elapsedAfter(true)).toBe(0);
    expect(await elapsedAfter(false)).toBeGreaterThan(10_000);
  });

  it('is distinct from a resource of another service with the same name', async () => {
    await using aws = fakeAws({ answers: { RunInstances: launched, DescribeInstances: unknown } });
    const describeOther = operation<string, object, typeof DescribeInstancesCommand>(() => ({
      name: 'describeOther',
      service: { ...ec2, id: 'Other' },
      command: DescribeInstancesCommand,
      permissions: ['ec2:DescribeInstances'],
      key: 'instanceId' as never,
      input: input({ instanceId: string() }) as never,
      output: asIs(),
    }));
    await runInstance({ imageId: 'ami-1' }, { session: aws.session });
    await expect(describeOther('i-1', { session: aws.session })).rejects.toMatchObject({ name: 'NotFoundError' });
    expect(aws.clock.elapsedMs).toBe(0);
  });

  it('is retried only for NotFoundError, and no other ID is', async () => {
    await using aws = fakeAws({ answers: { DescribeInstances: unknown } });
    await expect(describeInstance('i-1', { session: aws.session })).rejects.toMatchObject({
      name: 'NotFoundError',
      attempts: 1,
    });
    expect([aws.requests.length, aws.clock.elapsedMs]).toEqual([1, 0]);
  });
});
