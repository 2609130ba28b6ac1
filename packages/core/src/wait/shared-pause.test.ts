import { getEventListeners } from 'node:events';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { watchResources } from '../__fixtures__/active-resources.js';
import { instancesOf, waitForInstance } from '../__fixtures__/instances.js';
import { createSession } from '../session/create-session.js';
import { internalsOf } from '../session/session-internals.js';
import { fakeAws } from '../testing/index.js';
import { sharedPause } from './shared-pause.js';

const never = new AbortController().signal;

describe('a thousand waits', () => {
  it('join their requests', async () => {
    await using aws = fakeAws();
    const polls = new Map<string, number>();
    aws.on('DescribeInstances', ({ InstanceIds: ids }: { InstanceIds: string[] }) => ({
      Reservations: ids.map((id) => {
        polls.set(id, (polls.get(id) ?? 0) + 1);
        return { Instances: [{ InstanceId: id, State: { Name: (polls.get(id) ?? 0) < 3 ? 'pending' : 'running' } }] };
      }),
    }));
    const ids = Array.from({ length: 1_000 }, (_, index) => `i-${index}`);
    const found = await Promise.all(
      ids.map((instanceId) => waitForInstance({ instanceId, state: 'running' }, { session: aws.session })),
    );
    expect(found.map(({ instanceId }) => instanceId)).toEqual(ids);
    expect(new Set(polls.values())).toEqual(new Set([3]));
    expect(aws.requests.length).toBeLessThanOrEqual(40);
  });
});

describe('a shared pause', () => {
  it('ends within its bounds, together with others if possible', async () => {
    const bounds = fc.record({
      minMs: fc.integer({ min: 1, max: 5_000 }),
      moreMs: fc.integer({ min: 0, max: 10_000 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(bounds, { minLength: 1, maxLength: 50 }), async (all) => {
        await using aws = fakeAws();
        const kind = {};
        const ends = await Promise.all(
          all.map(async ({ minMs, moreMs }) => {
            await sharedPause(internalsOf(aws.session), { kind, minMs, maxMs: minMs + moreMs, signal: never });
            return aws.clock.elapsedMs;
          }),
        );
        for (const [index, { minMs, moreMs }] of all.entries()) {
          expect(ends[index]).toBeGreaterThanOrEqual(minMs * 0.8);
          expect(ends[index]).toBeLessThanOrEqual(minMs + moreMs);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('is shared by waits of the same kind and session only', async () => {
    await using one = fakeAws();
    await using other = fakeAws();
    const bounds = { minMs: 1_000, maxMs: 15_000, signal: never };
    const kind = {};
    const endOf = async (session: typeof one, own: object): Promise<number> => {
      await sharedPause(internalsOf(session.session), { ...bounds, kind: own });
      return session.clock.elapsedMs;
    };
    const [first, second, otherKind, otherSession] = await Promise.all([
      endOf(one, kind),
      endOf(one, kind),
      endOf(one, {}),
      endOf(other, kind),
    ]);
    expect(second).toBe(first);
    expect([otherKind === first, otherSession === first]).toEqual([false, false]);
  });

  it('ends for a waiter that is cancelled, and leaves no timer when all are', async () => {
    const session = internalsOf(createSession({ region: 'eu-west-1' }));
    const leftOver = await watchResources();
    const controllers = [new AbortController(), new AbortController()];
    const kind = {};
    const pauses = controllers.map(({ signal }) =>
      sharedPause(session, { kind, minMs: 100_000, maxMs: 100_000, signal }),
    );
    controllers[0]?.abort('first');
    await expect(pauses[0]).rejects.toBe('first');
    expect(await leftOver()).toEqual(['Timeout']);
    controllers[1]?.abort('second');
    await expect(pauses[1]).rejects.toBe('second');
    expect(await leftOver()).toEqual([]);
    for (const { signal } of controllers) expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('leaves no timer when a listener aborts its own wait', async () => {
    await using aws = fakeAws({ answers: { DescribeInstances: instancesOf(['i-1'], 'pending') } });
    const controller = new AbortController();
    const onProgress = (): void => controller.abort('seen enough');
    const failure = waitForInstance(
      { instanceId: 'i-1', state: 'running' },
      { session: aws.session, signal: controller.signal, onProgress },
    );
    await expect(failure).rejects.toBe('seen enough');
    expect([aws.requests.length, aws.clock.elapsedMs]).toEqual([1, 0]);
  });
});
