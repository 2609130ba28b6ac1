import {
  describeInstance,
  findLatestImage,
  type Instance,
  listInstances,
  resizeInstance,
  runInstances,
  startInstance,
  stopInstance,
  terminateInstance,
} from '@arch/compute';
import { checkPermission, policyFor } from '@arch/core';

import { note, title } from './screen.ts';
import type { tour } from './tour.ts';

const row = ({ instanceId, instanceType, state, availabilityZone, privateIpAddress, tags }: Instance) => ({
  instanceId,
  name: tags['Name'],
  instanceType,
  state,
  availabilityZone,
  privateIpAddress,
});

/** A life of some instances: launched, looked at, stopped, resized, started, terminated. Gives the ID of their image. */
export const computeTour = async ({ step }: ReturnType<typeof tour>): Promise<string> => {
  title('Compute: the life of 25 instances');
  const image = await step(
    () => findLatestImage('amazon-linux-2023'),
    ({ imageId, name, architecture }) => [{ imageId, name, architecture }],
  );

  note('IMDSv2 required, volumes encrypted, an idempotency token: unless you say otherwise.');
  const instances = await step(
    () =>
      runInstances(
        { image: image.imageId, instanceType: 't3.micro', count: 25, tags: { Name: 'web', stage: 'demo' } },
        { wait: true },
      ),
    (launched) => launched.slice(0, 3).map(row),
  );

  note('Concurrent calls become one request.');
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
  await step(
    () => startInstance(first, { wait: true }),
    (started) => [row(started)],
  );
  await step(
    () =>
      listInstances({ state: 'running', tags: { stage: 'demo' }, filters: { 'instance-type': 't3.small' } }).toArray(),
    (found) => found.map(row),
  );

  note('An error says what to do.');
  await step(() => describeInstance('i-0123456789abcdef0')).catch(() => undefined);
  note('What is wrong is not sent.');
  await step(() => describeInstance('web-1')).catch(() => undefined);
  note('Permissions are data.');
  await step(
    async () => policyFor(stopInstance, startInstance, resizeInstance),
    ({ Statement }) => Statement.map(({ Action, Resource }) => ({ Action, Resource })),
  );
  await step(
    () => checkPermission(terminateInstance, first.instanceId),
    (check) => [{ ...check }],
  );

  await step(
    () => Promise.all(instances.map((instance) => terminateInstance(instance, { wait: true }))),
    (gone) => gone.slice(0, 1).map(row),
  );
  return image.imageId;
};
