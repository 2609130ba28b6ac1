import { setImmediate as turn } from 'node:timers/promises';

import { describe, expect, it } from 'vitest';

import { describeInstance, instancesOf, startInstance } from '../__fixtures__/instances.js';
import type { ArchEvent } from '../events/arch-event.js';
import { awsError, type FakeAws, fakeAws, fault } from '../testing/index.js';

const idsOf = (aws: FakeAws): readonly unknown[] => aws.requests.map(({ input }) => input['InstanceIds']);

const asked = ({ InstanceIds: ids }: { InstanceIds: string[] }): object => instancesOf(ids);

describe('a cancelled call', () => {
  it.each([
    ['before the request is sent', false],
    ['while it is in progress', true],
  ])('does not cancel the others, %s', async (_title, during) => {
    await using aws = fakeAws();
    const controller = new AbortController();
    aws.on('DescribeInstances', async ({ InstanceIds: ids }: { InstanceIds: string[] }) => {
      if (during) controller.abort('enough');
      await turn();
      return instancesOf(ids);
    });
    const calls = ['i-1', 'i-2'].map((id) =>
      describeInstance(id, { session: aws.session, ...(id === 'i-1' && { signal: controller.signal }) }),
    );
    if (!during) controller.abort('enough');
    const [first, second] = await Promise.allSettled(calls);
    expect(first).toEqual({ status: 'rejected', reason: 'enough' });
    expect(second).toMatchObject({ status: 'fulfilled', value: { instanceId: 'i-2' } });
    expect(idsOf(aws)).toEqual([during ? ['i-1', 'i-2'] : ['i-2']]);
  });

  it('sends no request if all calls are cancelled before', async () => {
    await using aws = fakeAws({ answers: { DescribeInstances: asked as never } });
    const controller = new AbortController();
    const calls = ['i-1', 'i-2'].map((id) => describeInstance(id, { session: aws.session, signal: controller.signal }));
    controller.abort('enough');
    expect(await Promise.allSettled(calls)).toMatchObject([{ reason: 'enough' }, { reason: 'enough' }]);
    await turn();
    expect(aws.requests).toEqual([]);
  });

  it('cancels the request together with the last call', async () => {
    await using aws = fakeAws();
    aws.on('DescribeInstances', fault('hang'));
    const events: ArchEvent[] = [];
    const onEvent = (event: ArchEvent): void => void events.push(event);
    const controllers = ['i-1', 'i-2'].map(() => new AbortController());
    const calls = controllers.map(({ signal }, index) =>
      describeInstance(`i-${index}`, { session: aws.session, signal, onEvent }),
    );
    const settled = Promise.allSettled(calls);
    for (let turns = 0; aws.requests.length === 0; turns++) await turn();
    controllers[0]?.abort('first');
    await turn();
    expect(events.filter(({ type }) => type === 'attempt')).toEqual([]);
    controllers[1]?.abort('second');
    expect(await settled).toMatchObject([{ reason: 'first' }, { reason: 'second' }]);
    await turn();
    expect(events.filter(({ type }) => type === 'attempt')).toMatchObject([{ error: { name: 'AbortError' } }]);
    expect(aws.requests).toHaveLength(1);
  });

  it('ends alone at its own deadline and names the phase of the request', async () => {
    await using aws = fakeAws({ session: { maxAttempts: 1 } });
    aws.on('StartInstances', fault('hang'));
    const [short, long] = await Promise.allSettled(
      [5_000, undefined].map((timeoutMs) => startInstance('i-1', { session: aws.session, timeoutMs })),
    );
    const ends = [short, long].map((each) => (each as PromiseRejectedResult).reason as Error);
    expect(ends[0]).toMatchObject({
      name: 'DeadlineError',
      limit: 'call',
      limitMs: 5_000,
      attempts: 1,
      phase: 'waiting for a response',
    });
    expect(ends[1]).toMatchObject({ name: 'DeadlineError', limit: 'attempt', limitMs: 30_000 });
    expect(aws.requests).toHaveLength(1);
  });

  it('is not part of the request when the others are sent again', async () => {
    await using aws = fakeAws();
    const controller = new AbortController();
    aws.once('DescribeInstances', () => {
      controller.abort('enough');
      return awsError('InvalidInstanceID.NotFound', "The instance ID 'i-3' does not exist");
    });
    aws.on('DescribeInstances', asked as never);
    const calls = ['i-1', 'i-2', 'i-3'].map((id) =>
      describeInstance(id, { session: aws.session, ...(id === 'i-1' && { signal: controller.signal }) }),
    );
    const states = (await Promise.allSettled(calls)).map(({ status }) => status);
    expect([states, idsOf(aws)]).toEqual([
      ['rejected', 'fulfilled', 'rejected'],
      [['i-1', 'i-2', 'i-3'], ['i-2']],
    ]);
  });
});
