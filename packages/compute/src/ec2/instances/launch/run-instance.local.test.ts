import { expect, it } from 'vitest';

import { describeInstance, terminateInstance } from '../index.js';
import { runInstance, runInstances } from './index.js';

it('launches a running instance with IMDSv2 required, from the newest image of a system', async () => {
  const instance = await runInstance(
    { image: { os: 'amazon-linux-2023' }, instanceType: 't3.micro', userData: 'echo hello', tags: { Name: 'web' } },
    { wait: true },
  );
  expect(instance).toMatchObject({
    state: 'running',
    instanceType: 't3.micro',
    tags: { Name: 'web' },
    metadataOptions: { httpTokens: 'required' },
  });
  await expect(terminateInstance(instance, { wait: true })).resolves.toMatchObject({ state: 'terminated' });
});

it('launches several instances in one request', async () => {
  const instances = await runInstances(
    { image: { os: 'amazon-linux-2023' }, instanceType: 't3.micro', count: 3 },
    { wait: true },
  );
  expect(instances.map(({ state }) => state)).toEqual(['running', 'running', 'running']);
  const described = await Promise.all(instances.map((instance) => describeInstance(instance)));
  expect(described.map(({ instanceId }) => instanceId)).toEqual(instances.map(({ instanceId }) => instanceId));
  await Promise.all(instances.map((instance) => terminateInstance(instance)));
});
