import { getEventListeners } from 'node:events';

import { DescribeInstancesCommand, EC2Client } from '@aws-sdk/client-ec2';
import { describe, expect, it, vi } from 'vitest';

import { watchResources } from '../__fixtures__/active-resources.js';
import {
  describeInstance,
  instancesOf,
  listInstances,
  runInstance,
  terminateInstance,
  waitForInstance,
} from '../__fixtures__/instances.js';
import { acrossRegions } from '../fan-out/across-regions.js';
import { checkPermission } from '../permissions/check-permission.js';
import { createSession } from '../session/create-session.js';
import type { Session, SessionOptions } from '../session/session.js';
import { fakeAws, fault } from '../testing/index.js';
import type { CallOptions } from '../declaration/call-options.js';
import { input } from '../declaration/read-input.js';
import { task } from '../define/task.js';

const twoSteps = task(() => ({
  name: 'twoSteps',
  input: input<object>({}),
  uses: [describeInstance],
  run: async (_input, options) => [await describeInstance('i-1', options), await terminateInstance('i-2', options)],
}));

const kinds: readonly (readonly [string, (options: CallOptions) => Promise<unknown>])[] = [
  ['a call', (options) => terminateInstance('i-1', options)],
  ['a call that can be joined with others', (options) => describeInstance('i-1', options)],
  ['a listing', (options) => listInstances({}, options).toArray()],
  ['a wait', (options) => waitForInstance({ instanceId: 'i-1', state: 'stopped' }, options)],
  ['a task', (options) => twoSteps({}, options)],
  ['a permission check', (options) => checkPermission(listInstances as never, {}, options)],
  [
    'a fan-out',
    (options) =>
      Array.fromAsync(
        acrossRegions(['eu-west-1'], ({ session, signal }) => terminateInstance('i-1', { session, signal }), options),
      ),
  ],
];
const reasons: readonly (readonly [string, unknown])[] = [
  ['no reason', undefined],
  ['a user-defined error', Object.assign(new Error('changed my mind'), { code: 'USER_STOP' })],
  ['text', 'enough'],
  ['a timeout', new DOMException('The operation timed out', 'TimeoutError')],
];

describe.each(kinds)('%s', (_kind, call) => {
  it.each(reasons)('rejects with the reason of its signal: %s', async (_title, reason) => {
    await using aws = fakeAws();
    const controller = new AbortController();
    for (const name of ['DescribeInstances', 'TerminateInstances', 'GetCallerIdentity']) {
      aws.on(name, () => {
        setImmediate(() => controller.abort(reason));
        return fault('hang');
      });
    }
    const ended: unknown = await call({ session: aws.session, signal: controller.signal }).catch(
      (error: unknown) => error,
    );
    expect(ended).toBe(controller.signal.reason);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
    expect(aws.requests).toHaveLength(1);
  });

  it('sends nothing if the signal is already aborted', async () => {
    await using aws = fakeAws();
    const signal = AbortSignal.abort('before');
    await expect(call({ session: aws.session, signal })).rejects.toBe('before');
    expect(aws.requests).toEqual([]);
  });
});

describe('an abort between two attempts', () => {
  it.each(kinds.slice(0, 4))('ends %s immediately', async (_kind, call) => {
    await using aws = fakeAws();
    for (const name of ['DescribeInstances', 'TerminateInstances'])
      aws.on(name, fault('throttle', { retryAfterMs: 4_000 }));
    const controller = new AbortController();
    const options = { session: aws.session, signal: controller.signal };
    const ended = call({ ...options, onEvent: ({ type }) => void (type === 'retry' && controller.abort('between')) });
    await expect(ended).rejects.toBe('between');
    expect([aws.requests.length, aws.clock.elapsedMs]).toEqual([1, 0]);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
  });

  const breaking = (onEvent: SessionOptions['onEvent']): Session => {
    const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
    const handle = (): Promise<never> => Promise.reject(Object.assign(new Error('reset'), { code: 'ECONNRESET' }));
    return createSession({
      region: 'eu-west-1',
      credentials,
      transport: { handle, destroy: () => undefined },
      onEvent,
    });
  };

  it.each<[string, (session: Session, signal: AbortSignal) => Promise<unknown>]>([
    ['a call', (session, signal) => terminateInstance('i-1', { session, signal })],
    [
      'a command of an SDK client',
      (session, signal) => session.client(EC2Client).send(new DescribeInstancesCommand({}), { abortSignal: signal }),
    ],
  ])('leaves no timer of %s', async (_kind, call) => {
    const controller = new AbortController();
    // Makes every pause as long as possible.
    vi.spyOn(Math, 'random').mockReturnValue(1);
    const session = breaking(({ type }) => void (type === 'retry' && controller.abort('between')));
    const leftOver = await watchResources();
    await expect(call(session, controller.signal)).rejects.toBe('between');
    expect(await leftOver()).toEqual([]);
    vi.restoreAllMocks();
  });

  it('ends a command of an SDK client through its abortSignal option', async () => {
    await using aws = fakeAws({ session: { onEvent: ({ type }) => void (type === 'retry' && controller.abort()) } });
    const controller = new AbortController();
    aws.on('DescribeInstances', fault('throttle', { retryAfterMs: 4_000 }));
    const sent = aws.session
      .client(EC2Client)
      .send(new DescribeInstancesCommand({}), { abortSignal: controller.signal });
    await expect(sent).rejects.toMatchObject({ name: 'AbortError' });
    expect([aws.requests.length, aws.clock.elapsedMs]).toEqual([1, 0]);
  });
});

describe('the reason of an abort', () => {
  it('is not changed, also when the response is being read', async () => {
    await using aws = fakeAws();
    aws.on('TerminateInstances', fault('hang-mid-body'));
    const controller = new AbortController();
    const reason = new Error('enough');
    const onEvent = ({ type }: { type: string }): void =>
      void (type === 'attempt' && setImmediate(() => controller.abort(reason)));
    await expect(terminateInstance('i-1', { session: aws.session, signal: controller.signal, onEvent })).rejects.toBe(
      reason,
    );
    for (let turns = 0; turns < 30; turns++) await new Promise((resolve) => setImmediate(resolve));
    expect([reason.message, Object.getOwnPropertyNames(reason).sort()]).toEqual(['enough', ['message', 'stack']]);
  });
});

describe('an abort while AWS does not find a new resource yet', () => {
  it('ends the call immediately', async () => {
    await using aws = fakeAws();
    aws.on('RunInstances', { Instances: [{ InstanceId: 'i-1', State: { Name: 'pending' } }] });
    aws.on('DescribeInstances', instancesOf([]));
    await runInstance({ imageId: 'ami-1' }, { session: aws.session });
    const controller = new AbortController();
    const onEvent = ({ type }: { type: string }): void =>
      void (type === 'attempt' && setImmediate(() => controller.abort('enough')));
    await expect(describeInstance('i-1', { session: aws.session, signal: controller.signal, onEvent })).rejects.toBe(
      'enough',
    );
  });
});
