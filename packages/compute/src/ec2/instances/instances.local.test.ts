import { NotFoundError, WaitError } from '@arch/core';
import { expect, it } from 'vitest';

import { launchLocalInstance } from '../__fixtures__/launch-local-instance.js';
import {
  describeInstance,
  listInstances,
  rebootInstance,
  startInstance,
  stopInstance,
  terminateInstance,
  waitForInstance,
} from './index.js';

const unknown = 'i-0123456789abcdef0';

it('stops, starts, reboots and terminates an instance', async () => {
  const id = await launchLocalInstance();
  expect((await stopInstance(id, { wait: { pollMs: 100 } })).state).toBe('stopped');
  expect((await startInstance(id, { wait: { pollMs: 100 } })).state).toBe('running');
  expect(await rebootInstance(id)).toBeUndefined();
  const change = await terminateInstance(id);
  expect(change).toMatchObject({ instanceId: id, previousState: 'running' });
  // The local AWS answers as AWS does: a termination that is repeated is no error.
  expect((await terminateInstance(id, { wait: { pollMs: 100 } })).state).toBe('terminated');
});

it('stops several instances at once, and an unknown one fails its own call only', async () => {
  const ids = await Promise.all([launchLocalInstance(), launchLocalInstance()]);
  const results = await Promise.allSettled(
    [...ids, unknown].map((id) => stopInstance({ instanceId: id, force: true })),
  );
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
  expect((results[2] as PromiseRejectedResult).reason).toBeInstanceOf(NotFoundError);
  await Promise.all(ids.map((id) => terminateInstance(id, { wait: { pollMs: 100 } })));
  const states = await Promise.all(ids.map(async (id) => (await describeInstance(id)).state));
  expect(states).toEqual(['terminated', 'terminated']);
});

it('ends a wait for what a terminated instance cannot become', async () => {
  // The local AWS starts a terminated instance again when it is told to; AWS refuses with IncorrectInstanceState.
  const id = await launchLocalInstance();
  await terminateInstance(id, { wait: { pollMs: 100 } });
  await expect(waitForInstance({ instanceId: id, state: 'stopped' })).rejects.toThrow(WaitError);
});

it('finds an instance by its state', async () => {
  const id = await launchLocalInstance();
  await stopInstance(id, { wait: { pollMs: 100 } });
  const stopped = await Array.fromAsync(listInstances({ state: 'stopped' }), ({ instanceId }) => instanceId);
  expect(stopped).toContain(id);
  await terminateInstance(id);
});
