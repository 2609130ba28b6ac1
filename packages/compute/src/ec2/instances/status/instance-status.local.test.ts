import { afterAll, beforeAll, expect, it } from 'vitest';

import { launchLocalInstance } from '../../__fixtures__/launch-local-instance.js';
import { stopInstance, terminateInstance } from '../index.js';
import { describeInstanceStatus, listInstanceStatuses } from './index.js';

let running: string;
let stopped: string;

beforeAll(async () => {
  [running, stopped] = await Promise.all([launchLocalInstance(), launchLocalInstance()]);
  await stopInstance(stopped, { wait: { pollMs: 100 } });
});

afterAll(() => Promise.all([running, stopped].map((id) => terminateInstance(id))));

const idsOf = (listing: ReturnType<typeof listInstanceStatuses>): Promise<string[]> =>
  Array.fromAsync(listing, ({ instanceId }) => instanceId);

it('describes the status checks of a running instance', async () => {
  expect(await describeInstanceStatus(running)).toMatchObject({
    instanceId: running,
    state: 'running',
    instanceStatus: 'ok',
    systemStatus: 'ok',
    events: [],
  });
});

it('lists running instances by default, and stopped instances by state', async () => {
  expect(await idsOf(listInstanceStatuses())).toContain(running);
  expect(await idsOf(listInstanceStatuses())).not.toContain(stopped);
  const ids = await idsOf(listInstanceStatuses({ state: 'stopped' }));
  expect(ids).toContain(stopped);
  expect(ids).not.toContain(running);
});
