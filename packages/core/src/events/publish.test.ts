import { channel, subscribe, tracingChannel, unsubscribe } from 'node:diagnostics_channel';

import { describe, expect, it, vi } from 'vitest';

import { describeInstance, instancesOf, terminateInstance } from '../__fixtures__/instances.js';
import { uncaughtErrors } from '../__fixtures__/uncaught-errors.js';
import { fakeAws, fault } from '../testing/index.js';
import type { ArchEvent } from './arch-event.js';
import { publish } from './publish.js';

const answers = { DescribeInstances: instancesOf(['i-1']) };

describe('events', () => {
  it('are sent to the listeners of the session and of the call', async () => {
    const ofSession: ArchEvent[] = [];
    const ofCall: ArchEvent[] = [];
    await using aws = fakeAws({ answers, session: { onEvent: (event) => void ofSession.push(event) } });
    await describeInstance('i-1', { session: aws.session, onEvent: (event) => void ofCall.push(event) });
    expect(ofCall.map(({ type }) => type)).toEqual(['call-start', 'attempt', 'call-end']);
    expect(ofSession).toEqual(ofCall);
    await describeInstance('i-1', { session: aws.session });
    expect([ofSession.length, ofCall.length]).toEqual([6, 3]);
  });

  it.each(['call-start', 'attempt', 'retry', 'call-end'] as const)(
    'are sent to the diagnostics channel arch:%s',
    async (type) => {
      const heard: unknown[] = [];
      const listener = (event: unknown): void => void heard.push(event);
      await using aws = fakeAws({ answers });
      aws.once('DescribeInstances', fault('throttle'));
      subscribe(`arch:${type}`, listener);
      await describeInstance('i-1', { session: aws.session });
      unsubscribe(`arch:${type}`, listener);
      expect(heard.length).toBeGreaterThan(0);
      for (const event of heard)
        expect(event).toMatchObject({ type, operation: 'describeInstance', atMs: expect.any(Number) as number });
      const before = heard.length;
      await describeInstance('i-1', { session: aws.session });
      expect(heard).toHaveLength(before);
    },
  );

  it('trace every call on the channel tracing:arch:call, without its result', async () => {
    const heard: unknown[] = [];
    const record = (name: string) => (message: object) => void heard.push([name, { ...message }]);
    const subscribers = {
      start: record('start'),
      end: record('end'),
      asyncStart: record('asyncStart'),
      asyncEnd: record('asyncEnd'),
      error: record('error'),
    };
    const calls = tracingChannel<unknown, object>('arch:call');
    await using aws = fakeAws({ answers: { ...answers, TerminateInstances: fault('500') } });
    calls.subscribe(subscribers);
    await describeInstance('i-1', { session: aws.session });
    await terminateInstance('i-1', { session: aws.session }).catch(() => undefined);
    calls.unsubscribe(subscribers);
    expect(heard).toMatchObject([
      ['start', { operation: 'describeInstance' }],
      ['end', {}],
      ['asyncStart', { result: undefined }],
      ['asyncEnd', {}],
      ['start', { operation: 'terminateInstance' }],
      ['end', {}],
      ['error', { error: { name: 'ServiceError' } }],
      ['asyncStart', {}],
      ['asyncEnd', {}],
    ]);
  });

  it('do not affect the call if a listener throws: the error becomes an uncaught exception', async () => {
    using uncaught = uncaughtErrors();
    await using aws = fakeAws({ answers });
    const heard = vi.fn();
    const session = { session: aws.session };
    const found = await describeInstance('i-1', {
      ...session,
      onEvent: ({ type }) => {
        heard(type);
        throw new Error(`of the listener for ${type}`);
      },
    });
    expect(found).toMatchObject({ instanceId: 'i-1' });
    expect(heard.mock.calls.flat()).toEqual(['call-start', 'attempt', 'call-end']);
    expect(uncaught.errors).toEqual(heard.mock.calls.map(([type]) => new Error(`of the listener for ${type}`)));
  });

  it('are not built without listeners', () => {
    const build = vi.fn(() => ({ operation: 'test', atMs: 0 }));
    publish([], 'call-start', build);
    expect(build).not.toHaveBeenCalled();
    const listener = vi.fn();
    publish([listener, listener], 'call-start', build);
    expect(build).toHaveBeenCalledOnce();
    expect(listener.mock.calls).toEqual([
      [{ type: 'call-start', operation: 'test', atMs: 0 }],
      [{ type: 'call-start', operation: 'test', atMs: 0 }],
    ]);
    expect(channel('arch:call-start').hasSubscribers).toBe(false);
  });

  it('contain the error of a call and the number of its requests', async () => {
    await using aws = fakeAws();
    aws.once('TerminateInstances', fault('throttle'));
    aws.on('TerminateInstances', fault('hang'));
    const events: ArchEvent[] = [];
    const options = { session: aws.session, timeoutMs: 20_000, onEvent: (event: ArchEvent) => void events.push(event) };
    await terminateInstance('i-1', options).catch(() => undefined);
    expect(events.filter(({ type }) => type === 'call-end')).toMatchObject([
      {
        operation: 'terminateInstance',
        durationMs: 20_000,
        attempts: 2,
        error: { name: 'DeadlineError', attempts: 2 },
      },
    ]);
    await terminateInstance('i-1', { ...options, signal: AbortSignal.abort('before') }).catch(() => undefined);
    expect(events.at(-1)).toMatchObject({ type: 'call-end', attempts: 0, error: 'before' });
  });
});
