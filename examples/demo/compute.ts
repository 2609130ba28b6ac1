import {
  describeInstance,
  findLatestImage,
  type Instance,
  resizeInstance,
  runInstances,
  stopInstance,
  terminateInstance,
} from '@arch/compute';
import { policyFor } from '@arch/core';

import { byFunctions } from './by-functions.ts';
import type { Cost } from './cost.ts';
import type { DemoLayer } from './demo-layer.ts';
import { liveLine, note, table } from './screen.ts';
import { allAtOnce, perInstance, withSdk } from './with-sdk.ts';

const row = ({ instanceId, instanceType, state, availabilityZone, privateIpAddress, tags }: Instance) => ({
  instanceId,
  name: tags['Name'],
  instanceType,
  state,
  availabilityZone,
  privateIpAddress,
});

const costRow = (name: string, { requests, milliseconds }: Cost, work: (...parameters: never[]) => unknown) => ({
  '25 instances, with': name,
  'lines of code': work.toString().split('\n').length,
  requests,
  time: `${milliseconds.toFixed(0)} ms`,
});

export const compute: DemoLayer = {
  name: 'compute',
  heading: 'Compute: launch, resize and terminate 25 instances',
  simulated: 'the instances',
  show: async ({ step, rejected }) => {
    const image = await step(
      () => findLatestImage('amazon-linux-2023'),
      ({ imageId, name, architecture }) => [{ imageId, name, architecture }],
    );
    note('By default, IMDSv2 is required, volumes are encrypted, and a retry never launches a second time.');
    const instances = await step(
      () =>
        runInstances(
          { image: image.imageId, instanceType: 't3.micro', count: 25, tags: { Name: 'web' } },
          { wait: true },
        ),
      (launched) => launched.slice(0, 2).map(row),
    );
    note('25 concurrent calls become one request.');
    await step(() => Promise.all(instances.map((instance) => describeInstance(instance))));
    const [first] = instances as [Instance];
    await step(
      () => stopInstance(first, { wait: true }),
      (stopped) => [{ ...row(stopped), reason: stopped.stateReason?.message }],
    );
    await step(
      () => resizeInstance({ instanceId: first.instanceId, instanceType: 't3.small' }),
      (resized) => [row(resized)],
    );
    note('An error says what to do. An invalid input is not sent.');
    await rejected(() => describeInstance('i-0123456789abcdef0'));
    await rejected(() => describeInstance('web-1'));
    note('The permissions of functions are data: the least-privilege policy.');
    await step(
      async () => policyFor(stopInstance, resizeInstance),
      ({ Statement }) => Statement.map(({ Action, Resource }) => ({ Action, Resource })),
    );
    await step(() => Promise.all(instances.map((instance) => terminateInstance(instance, { wait: true }))));
    note('The same again, measured: with these functions, and twice with the AWS SDK alone.');
    const live = liveLine();
    const measured = async <Parameters extends readonly unknown[]>(
      name: string,
      work: (...parameters: Parameters) => Promise<Cost>,
      ...parameters: Parameters
    ): Promise<ReturnType<typeof costRow>> => {
      live.show(`measuring ${name}`);
      return costRow(name, await work(...parameters).finally(live.end), work);
    };
    table([
      await measured('@arch/compute', byFunctions, image.imageId),
      await measured('SDK, usual: a call and a wait each', withSdk, image.imageId, perInstance),
      await measured('SDK, expert: requests for all 25', withSdk, image.imageId, allAtOnce),
    ]);
    note('The time is that of four waits: it depends on when each polls. On AWS a wait takes a minute.');
  },
};
