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
import { byHand, type Cost } from './by-hand.ts';
import type { DemoLayer } from './demo-layer.ts';
import { note, table } from './screen.ts';

const row = ({ instanceId, instanceType, state, availabilityZone, privateIpAddress, tags }: Instance) => ({
  instanceId,
  name: tags['Name'],
  instanceType,
  state,
  availabilityZone,
  privateIpAddress,
});

const costRow = (name: string, { requests, milliseconds }: Cost) => ({
  'launch, resize and terminate 25 instances with': name,
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
    note('Defaults: IMDSv2 is required, volumes are encrypted, and requests have an idempotency token.');
    const instances = await step(
      () =>
        runInstances(
          { image: image.imageId, instanceType: 't3.micro', count: 25, tags: { Name: 'web' } },
          { wait: true },
        ),
      (launched) => launched.slice(0, 2).map(row),
    );
    note('Concurrent calls are joined into one request.');
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
    note('An error says what to do, and invalid input is not sent.');
    await rejected(() => describeInstance('i-0123456789abcdef0'));
    await rejected(() => describeInstance('web-1'));
    note('Each function declares its permissions.');
    await step(
      async () => policyFor(stopInstance, resizeInstance),
      ({ Statement }) => Statement.map(({ Action, Resource }) => ({ Action, Resource })),
    );
    await step(() => Promise.all(instances.map((instance) => terminateInstance(instance, { wait: true }))));
    table([
      costRow('@arch/compute', await byFunctions(image.imageId)),
      costRow('the AWS SDK, a call and a wait per instance', await byHand(image.imageId)),
    ]);
  },
};
