import { describe, expect, it } from 'vitest';

import { instancesOf, runInstance, waitForInstance } from '../__fixtures__/instances.js';
import { uncaughtErrors } from '../__fixtures__/uncaught-errors.js';
import type { ArchEvent } from '../events/arch-event.js';
import { awsError, delayed, type FakeAws, fakeAws, fault } from '../testing/index.js';
import type { Progress } from '../wait/wait-options.js';

/** Returns one state after the other; the last one is repeated. */
const states = (aws: FakeAws, ...all: readonly string[]): void => {
  for (const state of all.slice(0, -1)) aws.once('DescribeInstances', instancesOf(['i-1'], state));
  aws.on('DescribeInstances', instancesOf(['i-1'], all.at(-1)));
};

const running = { instanceId: 'i-1', state: 'running' } as const;

describe('a wait', () => {
  it('checks immediately and returns the resource', async () => {
    await using aws = fakeAws();
    states(aws, 'running');
    expect(await waitForInstance(running, { session: aws.session })).toMatchObject({
      instanceId: 'i-1',
      state: 'running',
    });
    expect([aws.requests.length, aws.clock.elapsedMs]).toEqual([1, 0]);
  });

  it('checks again after random pauses that grow to 15 seconds', async () => {
    await using aws = fakeAws();
    states(aws, ...Array.from({ length: 29 }, () => 'pending'), 'running');
    await waitForInstance(running, { session: aws.session });
    const pauses = aws.requests.slice(1).map(({ atMs }, index) => atMs - (aws.requests[index]?.atMs ?? 0));
    for (const [index, pauseMs] of pauses.entries()) {
      expect(pauseMs).toBeGreaterThanOrEqual(1_000);
      expect(pauseMs).toBeLessThanOrEqual(Math.min(15_000, 1_000 * 2 ** (index + 1)));
    }
    expect(pauses[0]).not.toBe(1_000);
    expect(Math.max(...pauses)).toBeGreaterThan(5_000);
    expect(new Set(pauses).size).toBeGreaterThan(20);
  });

  it('starts with the pause pollMs', async () => {
    await using aws = fakeAws();
    states(aws, 'pending', 'running');
    await waitForInstance(running, { session: aws.session, pollMs: 20_000 });
    expect(aws.clock.elapsedMs).toBe(20_000);
  });

  it('reports each check to its listener and in events, and ignores a listener that throws', async () => {
    using uncaught = uncaughtErrors();
    await using aws = fakeAws();
    aws.once('DescribeInstances', {
      Reservations: [
        { Instances: [{ InstanceId: 'i-1', State: { Name: 'pending' }, StateReason: { Message: 'Being made' } }] },
      ],
    });
    states(aws, 'pending', 'running');
    const seen: Progress[] = [];
    const events: ArchEvent[] = [];
    const onProgress = (progress: Progress): void => {
      seen.push(progress);
      if (seen.length === 2) throw new Error('of the listener');
    };
    await waitForInstance(running, { session: aws.session, onProgress, onEvent: (event) => void events.push(event) });
    expect(seen).toMatchObject([
      { state: 'pending', reason: 'Being made', elapsedMs: 0, attempt: 1 },
      { state: 'pending', attempt: 2 },
      { state: 'running', attempt: 3, elapsedMs: aws.clock.elapsedMs },
    ]);
    expect(seen[1]).not.toHaveProperty('reason');
    const polls = events.filter(({ type }) => type === 'poll');
    expect(polls).toMatchObject(seen.map((each) => ({ operation: 'waitForInstance', id: 'i-1', ...each })));
    expect(events.at(-1)).toMatchObject({ type: 'call-end', operation: 'waitForInstance', attempts: 3 });
    expect(uncaught.errors).toEqual([new Error('of the listener')]);
  });

  it.each([
    ['throttling', fault('throttle')],
    ['an outage', fault('500')],
    ['a broken connection', fault('reset')],
    ['a server that hangs', fault('hang')],
  ])('continues after %s', async (_title, answer) => {
    await using aws = fakeAws();
    for (let times = 0; times < 4; times++) aws.once('DescribeInstances', answer);
    aws.on('DescribeInstances', instancesOf(['i-1']));
    const seen: Progress[] = [];
    await waitForInstance(running, { session: aws.session, onProgress: (progress) => seen.push(progress) });
    expect(seen[0]).toMatchObject({
      state: 'unknown',
      reason: expect.stringMatching(/^describing the instance: /) as string,
    });
    expect(seen.at(-1)).toMatchObject({ state: 'running' });
  });

  it.each([
    [{ pollMs: 0 }, 'waitForInstance: pollMs must be a number of milliseconds'],
    [{ onProgress: 'log' }, 'waitForInstance: onProgress must be a function.'],
    [{ until: 'running' }, 'waitForInstance: unknown option until: the options are session,'],
    [{ wait: true }, 'waitForInstance: unknown option wait'],
  ])('rejects invalid options: %o', async (options, words) => {
    await using aws = fakeAws();
    await expect(waitForInstance(running, { session: aws.session, ...options } as never)).rejects.toThrow(words);
    await expect(waitForInstance({ instanceId: 'i-1' } as never, { session: aws.session })).rejects.toThrow(
      'waitForInstance: state is required: "pending", "running"',
    );
    await expect(waitForInstance({ ...running, aws: {} } as never, { session: aws.session })).rejects.toThrow(
      'waitForInstance: unknown member aws: a waiter sends its own requests.',
    );
    expect(aws.requests).toEqual([]);
  });
});

describe('a wait for a new resource', () => {
  it('continues while AWS does not find it', async () => {
    await using aws = fakeAws({
      answers: { RunInstances: { Instances: [{ InstanceId: 'i-1', State: { Name: 'pending' } }] } },
    });
    const unknown = awsError('InvalidInstanceID.NotFound', "The instance ID 'i-1' does not exist");
    for (let times = 0; times < 3; times++) aws.once('DescribeInstances', unknown);
    aws.on('DescribeInstances', delayed(instancesOf(['i-1']), 100));
    await runInstance({ imageId: 'ami-1' }, { session: aws.session });
    expect(await waitForInstance(running, { session: aws.session })).toMatchObject({ state: 'running' });
  });
});
