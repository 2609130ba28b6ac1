import { DescribeInstancesCommand, EC2Client } from '@aws-sdk/client-ec2';
import { describe, expect, it, vi } from 'vitest';

import { describeInstance, ec2, instancesOf, terminateInstance } from '../__fixtures__/instances.js';
import type { ArchEvent } from '../events/arch-event.js';
import { policyFor } from '../permissions/policy-for.js';
import * as z from '../schema/z.js';
import { delayed, fakeAws, fault } from '../testing/index.js';
import { infoOf } from '../declaration/info.js';
import { operation, type Operation } from './operation.js';
import { input } from '../declaration/read-input.js';
import { task } from './task.js';

const terminated = { TerminatingInstances: [{ InstanceId: 'i-1', CurrentState: { Name: 'shutting-down' } }] };
const replace: Operation<string | { instanceId: string }, string> = task(() => ({
  name: 'replaceInstance',
  key: 'instanceId',
  input: input<{ instanceId: string }>({ instanceId: z.string() }),
  uses: [describeInstance, terminateInstance],
  permissions: ['ec2:CreateTags', { action: 'iam:PassRole', resources: ['arn:aws:iam::*:role/*'] }],
  run: async ({ instanceId }, options) => {
    await describeInstance(instanceId, options);
    return (await terminateInstance(instanceId, options)).currentState;
  },
}));

describe('a task', () => {
  it('checks its input like a call, before anything is sent', async () => {
    await using aws = fakeAws({ answers: { DescribeInstances: instancesOf(['i-1']), TerminateInstances: terminated } });
    expect(await replace('i-1', { session: aws.session })).toBe('shutting-down');
    expect(await replace({ instanceId: 'i-1' }, { session: aws.session })).toBe('shutting-down');
    const before = aws.requests.length;
    await expect(replace({ id: 'i-1' } as never, { session: aws.session })).rejects.toThrow(
      'replaceInstance: instanceId is required; unknown member id: the members are instanceId, aws.',
    );
    await expect(replace('i-1', { session: aws.session, timeout: 5 } as never)).rejects.toThrow(
      'replaceInstance: unknown option timeout',
    );
    expect(aws.requests).toHaveLength(before);
  });

  it('reads the parent key from the result of an earlier call', async () => {
    const where: Operation<{ instanceId: string; imageId?: string }, unknown> = task(() => ({
      name: 'where',
      key: 'instanceId',
      parentKey: 'imageId',
      input: input<{ instanceId: string; imageId?: string }>({
        instanceId: z.string(),
        imageId: z.optional(z.string()),
      }),
      uses: [describeInstance],
      run: async (members) => members,
    }));
    const made = { instanceId: 'i-1', imageId: 'ami-1', state: 'running' };
    Object.defineProperty(made, 'aws', { value: {}, enumerable: false });
    expect(await where(made)).toEqual({ instanceId: 'i-1', imageId: 'ami-1' });
  });

  it('has one deadline for all of its calls', async () => {
    await using aws = fakeAws();
    aws.on('DescribeInstances', delayed(instancesOf(['i-1']), 8_000));
    aws.on('TerminateInstances', fault('hang'));
    const events: ArchEvent[] = [];
    const onEvent = (event: ArchEvent): void => void events.push(event);
    await expect(replace('i-1', { session: aws.session, timeoutMs: 10_000, onEvent })).rejects.toMatchObject({
      name: 'DeadlineError',
      operation: 'replaceInstance',
      limitMs: 10_000,
      phase: 'waiting for a response',
      attempts: 1,
      message: expect.stringMatching(
        /^replaceInstance: terminating the instance: not completed within 10000 ms, while waiting for a response, after 1 attempt\. Pass/,
      ) as string,
    });
    expect(aws.clock.elapsedMs).toBe(10_000);
    const ended = events.filter(({ type, error }: ArchEvent & { error?: unknown }) => type === 'call-end' && error);
    expect(ended.map(({ operation: name }) => name).sort()).toEqual(['replaceInstance', 'terminateInstance']);
  });

  it('counts the requests of SDK clients as its own', async () => {
    await using aws = fakeAws({ answers: { DescribeInstances: instancesOf(['i-1']) } });
    const count = task(() => ({
      name: 'countInstances',
      input: input<object>({}),
      uses: [],
      run: async (_input, { session }) =>
        (await session!.client(EC2Client).send(new DescribeInstancesCommand({}))).Reservations?.length,
    }));
    const events: ArchEvent[] = [];
    expect(await count({}, { session: aws.session, onEvent: (event) => void events.push(event) })).toBe(1);
    expect(events).toMatchObject([
      { type: 'call-start', operation: 'countInstances' },
      { type: 'attempt', operation: 'countInstances', awsOperation: 'DescribeInstances' },
      { type: 'call-end', operation: 'countInstances', attempts: 1 },
    ]);
  });

  it('passes its options to every call, and their errors to its caller', async () => {
    await using aws = fakeAws({
      answers: { DescribeInstances: instancesOf(['i-1']), TerminateInstances: fault('500') },
    });
    const events: ArchEvent[] = [];
    const options = {
      session: aws.session,
      region: 'eu-west-1',
      maxAttempts: 2,
      onEvent: (event: ArchEvent) => void events.push(event),
    };
    await expect(replace('i-1', options)).rejects.toMatchObject({
      name: 'ServiceError',
      operation: 'replaceInstance',
      message: expect.stringMatching(
        /^replaceInstance: terminating the instance: AWS returned a server error\./,
      ) as string,
      attempts: 2,
    });
    expect(aws.requests.map(({ region }) => region)).toEqual(['eu-west-1', 'eu-west-1', 'eu-west-1']);
    expect(events.filter(({ type }) => type === 'call-start').map(({ operation: name }) => name)).toEqual([
      'replaceInstance',
      'describeInstance',
      'terminateInstance',
    ]);
    expect(events.at(-1)).toMatchObject({
      type: 'call-end',
      operation: 'replaceInstance',
      attempts: 0,
      error: { name: 'ServiceError' },
    });
  });

  it('has its own permissions and those of the functions in uses', () => {
    expect(replace.permissions.map(({ action }) => action)).toEqual([
      'ec2:CreateTags',
      'iam:PassRole',
      'ec2:DescribeInstances',
      'ec2:TerminateInstances',
    ]);
    expect(policyFor(replace).Statement).toEqual([
      { Effect: 'Allow', Action: ['ec2:CreateTags', 'ec2:DescribeInstances'], Resource: '*' },
      { Effect: 'Allow', Action: ['iam:PassRole'], Resource: 'arn:aws:iam::*:role/*' },
      { Effect: 'Allow', Action: ['ec2:TerminateInstances'], Resource: 'arn:aws:ec2:*:*:instance/*' },
    ]);
  });
});

describe('a declaration', () => {
  it('is built once, on first use', async () => {
    const declare = vi.fn(() => ({ ...infoOf(describeInstance)!.declaration, service: ec2 }));
    const call = operation(declare as never);
    expect(declare).not.toHaveBeenCalled();
    await using aws = fakeAws({ answers: { DescribeInstances: instancesOf(['i-1']) } });
    for (const id of ['i-1', 'i-1']) await call(id, { session: aws.session });
    expect([infoOf(call)?.kind, infoOf(call)?.declaration.name]).toEqual(['operation', 'describeInstance']);
    expect(declare).toHaveBeenCalledOnce();
  });

  it.each([undefined, 5, () => 5, {}])('does not exist for other values: %s', (value) => {
    expect(infoOf(value)).toBeUndefined();
  });
});
