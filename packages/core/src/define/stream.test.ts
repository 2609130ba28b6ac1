import { describe, expect, it } from 'vitest';

import { describeInstance, instancesOf } from '../__fixtures__/instances.js';
import { input, stream, type StreamOperation, z } from '../builder.js';
import { DeadlineError } from '../errors/deadline-error.js';
import { InvalidInputError } from '../errors/invalid-input-error.js';
import { createSession } from '../session/create-session.js';
import { withSession } from '../session/current-session.js';
import { type FakeAws, fakeAws } from '../testing/index.js';

interface WatchInput {
  readonly instanceId: string;
  readonly times?: number | undefined;
}

/** The log of the streams of a test. */
const ended: string[] = [];

const watchInstance: StreamOperation<string | WatchInput, string> = stream(() => ({
  name: 'watchInstance',
  key: 'instanceId',
  input: input<WatchInput>({ instanceId: z.string(), times: z.optional(z.number()) }),
  uses: [describeInstance],
  async *items({ instanceId, times = 3 }, options) {
    try {
      for (let time = 0; time < times; time++) yield (await describeInstance(instanceId, options)).state;
    } finally {
      ended.push(instanceId);
    }
  },
}));

const running = (): FakeAws => fakeAws({ answers: { DescribeInstances: instancesOf(['i-1']) } });

describe('a stream', () => {
  it('sends no request before the first item is read, and none after the consumer stops', async () => {
    await using aws = running();
    const states = watchInstance('i-1', { session: aws.session });
    expect(aws.requests).toEqual([]);
    ended.length = 0;
    for await (const state of states) {
      expect(state).toBe('running');
      break;
    }
    expect(aws.requests).toHaveLength(1);
    expect(ended).toEqual(['i-1']);
  });

  it('returns all items, the first ones, or the first; each method reads again', async () => {
    await using aws = running();
    const states = watchInstance('i-1', { session: aws.session });
    expect(await states.toArray()).toEqual(['running', 'running', 'running']);
    expect(await states.toArray({ limit: 2 })).toEqual(['running', 'running']);
    expect(await states.toArray({ limit: 0 })).toEqual([]);
    expect(await states.first()).toBe('running');
    expect(await watchInstance({ instanceId: 'i-1', times: 0 }, { session: aws.session }).first()).toBeUndefined();
    expect(aws.requests).toHaveLength(6);
  });

  it.each([-1, 1.5, Number.NaN])('rejects the limit %d', async (limit) => {
    await using aws = running();
    await expect(watchInstance('i-1', { session: aws.session }).toArray({ limit })).rejects.toThrow(
      `watchInstance: limit must be a whole number of at least 0 (got ${limit}).`,
    );
  });

  it('rejects invalid input and options when the first item is read', async () => {
    await using aws = running();
    await expect(watchInstance(5 as never, { session: aws.session }).first()).rejects.toThrow(InvalidInputError);
    await expect(watchInstance('i-1', { session: aws.session, wait: true } as never).first()).rejects.toThrow(
      'unknown option wait',
    );
    expect(aws.requests).toEqual([]);
  });

  it('uses the session of the place where it was created', async () => {
    await using aws = running();
    const states = withSession(aws.session, () => watchInstance('i-1', { region: 'eu-north-1' }));
    await using elsewhere = createSession({ region: 'us-east-1' });
    expect(await withSession(elsewhere, () => states.first())).toBe('running');
    expect(aws.requests[0]?.region).toBe('eu-north-1');
  });

  it('rejects with the abort reason, also between two items', async () => {
    await using aws = running();
    const giveUp = new AbortController();
    const reason = new Error('enough');
    const read = async (): Promise<void> => {
      for await (const _state of watchInstance('i-1', { session: aws.session, signal: giveUp.signal }))
        giveUp.abort(reason);
    };
    await expect(read()).rejects.toBe(reason);
    expect(aws.requests).toHaveLength(1);
    await expect(watchInstance('i-1', { session: aws.session, signal: giveUp.signal }).first()).rejects.toBe(reason);
  });

  it('ends at one deadline for all items', async () => {
    await using aws = running();
    const states = watchInstance({ instanceId: 'i-1', times: 1_000 }, { session: aws.session, timeoutMs: 5_000 });
    const read = async (): Promise<void> => {
      for await (const _state of states) await aws.clock.advance(1_000);
    };
    const error = await read().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(DeadlineError);
    expect(error).toMatchObject({
      message: 'watchInstance: the stream was not read to its end within 5000 ms. Pass a longer timeoutMs.',
    });
    expect(aws.requests.length).toBeLessThan(8);
  });

  it('has the permissions of the functions in uses', () => {
    expect(watchInstance.permissions.map(({ action }) => action)).toEqual(['ec2:DescribeInstances']);
  });
});
