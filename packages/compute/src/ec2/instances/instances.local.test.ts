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
  // As in AWS, a repeated termination is not an error.
  expect((await terminateInstance(id, { wait: { pollMs: 100 } }))?.state).toBe('terminated');
});

it('stops several instances in one request; an unknown instance rejects only its own call', async () => {
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

it('ends the wait for a state that a terminated instance cannot reach', async () => {
  // The local AWS starts a terminated instance; AWS rejects the request with IncorrectInstanceState.
  const id = await launchLocalInstance();
  await terminateInstance(id, { wait: { pollMs: 100 } });
  await expect(waitForInstance({ instanceId: id, state: 'stopped' })).rejects.toThrow(WaitError);
});

it('lists instances by state', async () => {
  const id = await launchLocalInstance();
  await stopInstance(id, { wait: { pollMs: 100 } });
  const stopped = await Array.fromAsync(listInstances({ state: 'stopped' }), ({ instanceId }) => instanceId);
  expect(stopped).toContain(id);
  await terminateInstance(id);
});
