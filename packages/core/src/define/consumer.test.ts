import { describe, expect, it, vi } from 'vitest';

import { describeInstance, terminateInstance } from '../__fixtures__/instances.js';
import { InvalidInputError } from '../errors/invalid-input-error.js';
import { scheduleFor } from '../session/schedule-for.js';
import { pauseFor } from '../session/pause-for.js';
import { warn } from '../session/warn.js';
import { fakeAws, fault } from '../testing/index.js';
import { consumer, type ConsumerDeclaration } from './consumer.js';
import { overloaded } from './overloaded.js';
import { input } from '../declaration/read-input.js';
import { stopSendingOn } from '../call/stop-sending-on.js';
import { string } from '../schema/z.js';

interface Input {
  readonly name: string;
}

const consumerOf = (run: ConsumerDeclaration<Input, string>['run']) =>
  consumer<Input, string>(() => ({
    name: 'consumeThings',
    input: input<Input>({ name: string() }),
    uses: [describeInstance],
    run,
  }));

describe('a consumer', () => {
  it('runs until it is stopped, then resolves', async () => {
    await using aws = fakeAws();
    const stop = new AbortController();
    const consume = consumerOf(async ({ name }, options, signal) => {
      expect(options).not.toHaveProperty('signal');
      await pauseFor(40 * 86_400_000, options);
      stop.abort('enough');
      expect(signal.reason).toBe('enough');
      return `${name} stopped`;
    });
    await expect(consume({ name: 'a' }, { session: aws.session, signal: stop.signal })).resolves.toBe('a stopped');
    expect(consume.permissions).toEqual(describeInstance.permissions);
  });

  it('stops at the deadline of the caller, then rejects', async () => {
    await using aws = fakeAws();
    const ended = vi.fn();
    const consume = consumerOf(async (_input, options, stop) => {
      await pauseFor(10_000, { ...options, signal: stop }).catch(() => undefined);
      ended();
      return '';
    });
    const call = consume({ name: 'a' }, { session: aws.session, timeoutMs: 1_000 });
    await expect(call).rejects.toMatchObject({ name: 'DeadlineError', limitMs: 1_000 });
    expect(ended).toHaveBeenCalledOnce();
  });

  it('rejects invalid input and options', async () => {
    const consume = consumerOf(() => Promise.resolve(''));
    await expect(consume({} as Input)).rejects.toThrow(InvalidInputError);
    await expect(consume({ name: 'a' }, { timeoutMs: 0 })).rejects.toThrow(InvalidInputError);
  });
});

it('a call with stopSendingOn sends nothing once its signal is aborted, and awaits a request under way', async () => {
  await using aws = fakeAws();
  const stop = new AbortController();
  aws.on('TerminateInstances', () => {
    stop.abort(new Error('enough'));
    return fault('throttle');
  });
  const options = stopSendingOn({ session: aws.session }, stop.signal);
  await expect(terminateInstance('i-1', options)).rejects.toThrow('enough');
  await expect(terminateInstance('i-1', options)).rejects.toThrow('enough');
  expect(aws.requests).toHaveLength(1);
});

it('publishes a warning to the session and the call', async () => {
  const ofSession = vi.fn();
  const ofCall = vi.fn();
  await using aws = fakeAws({ session: { onEvent: ofSession } });
  const error = new Error('of a delete');
  warn({ session: aws.session, onEvent: ofCall, operation: 'consumeThings', message: 'Lost.', id: 'm1', error });
  const event = {
    type: 'warning',
    operation: 'consumeThings',
    atMs: aws.clock.now(),
    message: 'Lost.',
    id: 'm1',
    error,
  };
  expect(ofSession.mock.calls).toEqual([[event]]);
  expect(ofCall.mock.calls).toEqual([[event]]);
});

it('schedules and cancels a callback on the clock of the session', async () => {
  await using aws = fakeAws();
  const [called, cancelled] = [vi.fn(), vi.fn()];
  scheduleFor(1_000, { session: aws.session }, called);
  scheduleFor(1_000, { session: aws.session }, cancelled)();
  await aws.clock.advance(999);
  expect(called).not.toHaveBeenCalled();
  await aws.clock.advance(1);
  expect(called).toHaveBeenCalledOnce();
  expect(cancelled).not.toHaveBeenCalled();
});

it('gives an overloaded function the declaration of its base', () => {
  const more = overloaded(describeInstance, (id: string, _count: number) => describeInstance(id));
  expect(more.permissions).toEqual(describeInstance.permissions);
});
