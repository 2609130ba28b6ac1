import { DescribeInstances$, DescribeInstancesCommand, EC2Client, Instance$ } from '@aws-sdk/client-ec2';
import { expect, it } from 'vitest';

import { ec2, instancesOf } from '../__fixtures__/instances.js';
import { lazyClient, lazyCommand } from './lazy.js';
import { resource } from '../schema/resource.js';
import { string } from '../schema/z.js';
import { fakeAws } from '../testing/index.js';
import { operation } from '../define/operation.js';
import { input } from '../declaration/read-input.js';

it('loads the client and the command once, with the first request', async () => {
  const loads: string[] = [];
  const client = lazyClient(async () => (loads.push('client'), EC2Client));
  const command = lazyCommand('DescribeInstancesCommand', DescribeInstances$, async () => {
    loads.push('command');
    return DescribeInstancesCommand;
  });
  const find = operation<{ instanceId: string }, { instanceId: string }, typeof DescribeInstancesCommand>(() => ({
    name: 'find',
    service: { ...ec2, client: client as never },
    command: command as never,
    permissions: ['ec2:DescribeInstances'],
    input: input({ instanceId: string() }),
    output: resource<{ instanceId: string }>(Instance$, { instanceId: string() }),
    request: ({ instanceId }) => ({ InstanceIds: [instanceId] }),
    select: ({ Reservations }) => Reservations?.[0]?.Instances?.[0],
  }));
  await using aws = fakeAws({ answers: { DescribeInstances: instancesOf(['i-1']) } });
  await expect(find({ instanceId: 5 } as never, { session: aws.session })).rejects.toThrow(
    'instanceId must be a string (got 5)',
  );
  await expect(find({ instanceId: 'i-1', aws: { NoSuch: 1 } } as never, { session: aws.session })).rejects.toThrow(
    'unknown member aws.NoSuch: the members are',
  );
  expect(loads).toEqual([]);
  const found = await Promise.all([1, 2].map(() => find({ instanceId: 'i-1' }, { session: aws.session })));
  expect(found.map(({ instanceId }) => instanceId)).toEqual(['i-1', 'i-1']);
  expect(loads.toSorted()).toEqual(['client', 'command']);
});

it('throws the error of a module that cannot be loaded', async () => {
  const broken = new Error('no such file');
  const list = operation<object, unknown, typeof DescribeInstancesCommand>(() => ({
    name: 'find',
    service: { ...ec2, client: lazyClient(() => Promise.reject(broken)) as never },
    command: DescribeInstancesCommand,
    permissions: ['ec2:DescribeInstances'],
    input: input({}),
    output: resource<{ instanceId: string }>(Instance$, { instanceId: string() }),
  }));
  await using aws = fakeAws();
  await expect(list({}, { session: aws.session })).rejects.toMatchObject({
    message: 'find: an unexpected Error stopped the call: no such file.',
    cause: broken,
  });
});
