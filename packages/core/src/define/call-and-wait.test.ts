import { describe, expect, it } from 'vitest';

import { describeInstance, instancesOf, startInstance, waitForInstance } from '../__fixtures__/instances.js';
import type { CallOptions } from '../declaration/call-options.js';
import { input } from '../declaration/read-input.js';
import { task } from './task.js';
import { type FakeAws, fakeAws, fault } from '../testing/index.js';
import type { Progress, WaitOptions } from '../wait/wait-options.js';

const starting = (aws: FakeAws): void => {
  aws.on('StartInstances', { StartingInstances: [{ InstanceId: 'i-1', CurrentState: { Name: 'pending' } }] });
  aws.once('DescribeInstances', instancesOf(['i-1'], 'pending'));
  aws.on('DescribeInstances', instancesOf(['i-1'], 'running'));
};
const operationsOf = (aws: FakeAws): readonly string[] => aws.requests.map(({ operation }) => operation);

describe('a call with wait', () => {
  it('returns the response, or with wait the final state', async () => {
    await using aws = fakeAws();
    starting(aws);
    expect(await startInstance('i-1', { session: aws.session })).toMatchObject({ currentState: 'pending' });
    expect(await startInstance('i-1', { session: aws.session, wait: false })).toMatchObject({
      currentState: 'pending',
    });
    expect(operationsOf(aws)).toEqual(['StartInstances', 'StartInstances']);
    expect(await startInstance('i-1', { session: aws.session, wait: true })).toMatchObject({ state: 'running' });
    expect(operationsOf(aws)).toEqual([
      'StartInstances',
      'StartInstances',
      'StartInstances',
      'DescribeInstances',
      'DescribeInstances',
    ]);
  });

  it('passes its options to the wait, except timeoutMs', async () => {
    await using aws = fakeAws();
    starting(aws);
    const seen: Progress[] = [];
    const names: string[] = [];
    await startInstance('i-1', {
      session: aws.session,
      region: 'eu-west-1',
      timeoutMs: 500,
      onEvent: ({ operation }) => void names.push(operation),
      wait: { pollMs: 2_000, onProgress: (progress) => seen.push(progress) },
    });
    expect(aws.requests.map(({ region }) => region)).toEqual(['eu-west-1', 'eu-west-1', 'eu-west-1']);
    expect(seen.map(({ state }) => state)).toEqual(['pending', 'running']);
    expect(new Set(names)).toEqual(new Set(['startInstance', 'waitForInstance', 'describeInstance']));
    expect(aws.clock.elapsedMs).toBeGreaterThanOrEqual(2_000);
  });

  it('ends at the deadline of the wait', async () => {
    await using aws = fakeAws();
    starting(aws);
    aws.on('DescribeInstances', fault('throttle'));
    const failure = startInstance('i-1', { session: aws.session, wait: { timeoutMs: 20_000 } });
    await expect(failure).rejects.toMatchObject({
      name: 'DeadlineError',
      operation: 'startInstance',
      limit: 'wait',
      limitMs: 20_000,
    });
  });

  it.each([
    ['yes', 'startInstance: wait must be true or an object such as { timeoutMs: 60_000 }.'],
    [null, 'startInstance: wait must be true or an object'],
    [{ timeoutMs: -5 }, 'startInstance: wait: timeoutMs must be a number of milliseconds'],
    [{ pollMs: '1s' }, 'startInstance: wait: pollMs must be a number of milliseconds'],
    [{ onProgress: 'log' }, 'startInstance: wait: onProgress must be a function.'],
    [
      { signal: undefined },
      'startInstance: unknown option wait.signal: the options are timeoutMs, pollMs, onProgress.',
    ],
  ])('sends nothing for invalid wait options: %o', async (wait, words) => {
    await using aws = fakeAws();
    const failure = startInstance('i-1', { session: aws.session, wait } as never);
    await expect(failure).rejects.toMatchObject({
      name: 'InvalidInputError',
      message: expect.stringContaining(words) as string,
    });
    expect(aws.requests).toEqual([]);
  });
});

describe('a call without a wait', () => {
  it('rejects the option wait and sends nothing', async () => {
    await using aws = fakeAws({ answers: { DescribeInstances: instancesOf(['i-1']) } });
    await expect(describeInstance('i-1', { session: aws.session, wait: true } as never)).rejects.toThrow(
      'describeInstance: unknown option wait',
    );
    expect(aws.requests).toEqual([]);
    expect(await describeInstance('i-1', { session: aws.session, wait: false } as never)).toMatchObject({
      instanceId: 'i-1',
    });
  });
});

describe('a task', () => {
  const startTwo = task(() => ({
    name: 'startTwo',
    input: input<object>({}),
    uses: [startInstance],
    run: async (_input, options) => startInstance('i-1', options),
    wait: async ({ instanceId }, options) => describeInstance(instanceId, { session: options.session }),
  }));

  it('can wait like a call', async () => {
    await using aws = fakeAws();
    starting(aws);
    expect(await startTwo({}, { session: aws.session, wait: false })).toMatchObject({ currentState: 'pending' });
    expect(await startTwo({}, { session: aws.session, wait: { timeoutMs: 5_000 } })).toMatchObject({
      state: 'pending',
    });
    expect(operationsOf(aws)).toEqual(['StartInstances', 'StartInstances', 'DescribeInstances']);
  });
});

it('a wait for several resources ends when one wait fails', async () => {
  await using aws = fakeAws();
  const startBoth = task(() => ({
    name: 'startBoth',
    input: input<object>({}),
    uses: [],
    run: () => Promise.resolve(),
    wait: (_output: void, options: CallOptions & WaitOptions) =>
      Promise.all(['i-1', 'i-2'].map((instanceId) => waitForInstance({ instanceId, state: 'running' }, options))),
  }));
  aws.on<{ InstanceIds: string[] }>('DescribeInstances', ({ InstanceIds }) => ({
    Reservations: [
      {
        Instances: InstanceIds.map((InstanceId) => ({
          InstanceId,
          State: { Name: InstanceId === 'i-1' ? 'terminated' : 'pending' },
        })),
      },
    ],
  }));
  await expect(startBoth({}, { session: aws.session, wait: true })).rejects.toThrow(
    /^startBoth: waiting for the instance: i-1 is terminated/,
  );
  const before = aws.requests.length;
  await aws.clock.advance(60_000);
  expect(aws.requests).toHaveLength(before);
});
