import { mock } from 'node:test';

import { withGlobal } from '@sinonjs/fake-timers';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { replacedTimers } from '../__fixtures__/replaced-timers.js';
import { describeInstance, instancesOf, listInstances, terminateInstance } from '../__fixtures__/instances.js';
import { createSession } from '../session/create-session.js';
import { fakeAws, fault } from './index.js';
import { rawServer } from './raw-server.js';

/** Replaces the timers and returns a function that ends this. */
const fakes: readonly (readonly [string, () => () => void])[] = [
  [
    'vitest',
    () => {
      vi.useFakeTimers({ toFake: [...replacedTimers] });
      return () => vi.useRealTimers();
    },
  ],
  [
    'jest',
    () => {
      const clock = withGlobal(globalThis).install({ toFake: [...replacedTimers], shouldClearNativeTimers: true });
      return () => clock.uninstall();
    },
  ],
  [
    'node:test',
    () => {
      mock.timers.enable();
      return () => mock.timers.reset();
    },
  ],
];

const page = (NextToken?: string): object => ({ ...(instancesOf(['i-1']) as object), NextToken });

describe.each(fakes)('with the fake timers of %s', (_name, install) => {
  let uninstall: (() => void) | undefined;
  afterEach(() => uninstall?.());

  it('joins, retries and waits with fakeAws', async () => {
    await using aws = fakeAws({ answers: { DescribeInstances: instancesOf(['i-1', 'i-2']) } });
    const { session } = aws;
    aws.once('DescribeInstances', fault('503', { retryAfterMs: 2_000 }));
    uninstall = install();
    const both = await Promise.all(['i-1', 'i-2'].map((id) => describeInstance(id, { session })));
    expect(both.map(({ instanceId }) => instanceId)).toEqual(['i-1', 'i-2']);
    expect(aws.requests).toHaveLength(2);
    expect(aws.clock.elapsedMs).toBeGreaterThanOrEqual(2_000);
  });

  it('ends calls at their deadline with fakeAws', async () => {
    await using aws = fakeAws({ answers: { TerminateInstances: fault('hang') } });
    uninstall = install();
    await expect(terminateInstance('i-1', { session: aws.session })).rejects.toMatchObject({ name: 'DeadlineError' });
  });

  it('reads many pages with fakeAws', async () => {
    let pages = 0;
    await using aws = fakeAws({ answers: { DescribeInstances: () => page(++pages < 40 ? `${pages}` : undefined) } });
    uninstall = install();
    expect(await listInstances({}, { session: aws.session }).count()).toBe(40);
  });

  it('calls and retries over a connection', async () => {
    await using server = await rawServer('close', 'answer');
    const session = createSession({
      region: 'eu-west-1',
      endpoint: server.endpoint,
      credentials: { accessKeyId: 'AKIA', secretAccessKey: 'secret' },
    });
    uninstall = install();
    // The response of the server is not that of the operation.
    await expect(describeInstance('i-1', { session })).rejects.toMatchObject({ name: 'UnexpectedResponseError' });
    expect(server.accepted).toBeGreaterThan(1);
    uninstall();
    await session[Symbol.asyncDispose]();
  });
});
