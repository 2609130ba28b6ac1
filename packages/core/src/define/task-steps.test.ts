import { describe, expect, it } from 'vitest';

import { describeInstance, startInstance, terminateInstance } from '../__fixtures__/instances.js';
import { NotFoundError } from '../errors/not-found-error.js';
import type { ArchEvent } from '../events/arch-event.js';
import { awsError, delayed, fakeAws, fault } from '../testing/index.js';
import type { Operation } from './operation.js';
import { input } from '../declaration/read-input.js';
import { task } from './task.js';
import { undoLimitMs } from './task-steps.js';

const terminated = { TerminatingInstances: [{ InstanceId: 'i-1', CurrentState: { Name: 'shutting-down' } }] };
const refused = awsError('OperationNotPermitted', 'It is protected.');
const left = 'the instance i-1 is left: delete it with terminateInstance';

const replace: Operation<object, void> = task(() => ({
  name: 'replaceInstance',
  input: input<object>({}),
  uses: [startInstance, describeInstance, terminateInstance],
  run: async (_members, options, { undo, making }) => {
    await making('the instance web may exist', startInstance('i-1', options));
    undo(left, (own) => terminateInstance('i-1', own));
    const keep = undo('what is kept is left', (own) => terminateInstance('i-9', own));
    keep();
    undo('the instance i-2 is left: delete it too', (own) => terminateInstance('i-2', own));
    await describeInstance('i-3', options);
  },
}));

/** Finds only the first instance. */
const awsWithOne = (terminate: object = terminated): ReturnType<typeof fakeAws> => {
  const started = { StartingInstances: [{ InstanceId: 'i-1', CurrentState: { Name: 'pending' } }] };
  return fakeAws({ answers: { TerminateInstances: terminate, StartInstances: started } });
};
const sent = (aws: ReturnType<typeof fakeAws>): readonly unknown[] =>
  aws.requests.map(({ input: { InstanceIds } }) => InstanceIds);

describe('a task that fails', () => {
  it('undoes its steps, the last one first, and throws the original error', async () => {
    await using aws = awsWithOne(({ InstanceIds: [id] }: { InstanceIds: [string] }) => ({
      TerminatingInstances: [{ InstanceId: id, CurrentState: { Name: 'shutting-down' } }],
    }));
    aws.on('DescribeInstances', awsError('InvalidInstanceID.NotFound', "The instance ID 'i-3' does not exist"));
    const error: unknown = await replace({}, { session: aws.session }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(NotFoundError);
    expect(error).toMatchObject({
      message: expect.stringMatching(/^replaceInstance: describing the instance: .*-000000000002\)$/) as string,
    });
    expect(sent(aws)).toEqual([['i-1'], ['i-3'], ['i-2'], ['i-1']]);
  });

  it('names the resource that is left when undoing fails, and undoes the rest', async () => {
    await using aws = awsWithOne();
    aws.on('DescribeInstances', fault('500'));
    aws.once('TerminateInstances', refused);
    await expect(replace({}, { session: aws.session, maxAttempts: 1 })).rejects.toThrow(
      /^replaceInstance: describing the instance: AWS returned a server error\..* The instance i-2 is left: delete it too\. Undoing it failed: terminating the instance: .*It is protected.*\.$/,
    );
    expect(sent(aws).at(-1)).toEqual(['i-1']);
  });

  it('counts a resource that does not exist as undone', async () => {
    await using aws = awsWithOne(awsError('InvalidInstanceID.NotFound', 'It does not exist'));
    aws.on('DescribeInstances', fault('500'));
    await expect(replace({}, { session: aws.session })).rejects.toThrow(/^(?:(?! left).)*$/);
  });
});

describe('a task at its deadline', () => {
  it('rejects after its steps are undone, with phase, attempts and last error of the inner call', async () => {
    await using aws = awsWithOne(delayed(terminated, 5_000));
    aws.once('DescribeInstances', fault('503'));
    aws.on('DescribeInstances', fault('hang'));
    await expect(replace({}, { session: aws.session, timeoutMs: 20_000 })).rejects.toMatchObject({
      name: 'DeadlineError',
      operation: 'replaceInstance',
      limitMs: 20_000,
      phase: 'waiting for a response',
      attempts: 2,
      cause: { $metadata: { httpStatusCode: 503 } },
    });
    expect(sent(aws).slice(-2)).toEqual([['i-2'], ['i-1']]);
    expect(aws.clock.elapsedMs).toBe(30_000);
  });

  it('rejects at the undo limit and names the resources that are left', async () => {
    await using aws = awsWithOne(fault('hang'));
    aws.on('DescribeInstances', fault('hang'));
    const error: unknown = await replace({}, { session: aws.session, timeoutMs: 1_000 }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ name: 'DeadlineError', limitMs: 1_000 });
    expect((error as Error).message).toMatch(/The instance i-2 is left.* The instance i-1 is left: delete it/);
    expect(aws.clock.elapsedMs).toBe(1_000 + undoLimitMs);
    const before = aws.requests.length;
    await aws.clock.advance(120_000);
    expect(aws.requests).toHaveLength(before);
  });

  it('names a resource that may exist after a lost response', async () => {
    await using aws = fakeAws({ answers: { StartInstances: fault('hang') } });
    const call = replace({}, { session: aws.session, timeoutMs: 1_000 });
    await expect(call).rejects.toThrow(/A repeated call is safe\. The instance web may exist\.$/);
    await using broken = fakeAws({ answers: { StartInstances: fault('reset') } });
    await expect(replace({}, { session: broken.session })).rejects.toThrow(/ The instance web may exist\.$/);
    await using denied = fakeAws({ answers: { StartInstances: refused } });
    await expect(replace({}, { session: denied.session })).rejects.toThrow(/^(?:(?!may exist).)*$/);
  });
});

it('rejects an aborted task with the unchanged reason after undoing its steps, and publishes what is left', async () => {
  await using aws = awsWithOne();
  aws.once('TerminateInstances', refused);
  const giveUp = new AbortController();
  const reason = new NotFoundError('not any more');
  aws.on('DescribeInstances', () => {
    giveUp.abort(reason);
    return fault('hang');
  });
  const events: ArchEvent[] = [];
  const onEvent = (event: ArchEvent): void => void events.push(event);
  await expect(replace({}, { session: aws.session, signal: giveUp.signal, onEvent })).rejects.toBe(reason);
  expect(reason.message).toBe('not any more');
  expect(sent(aws).slice(-2)).toEqual([['i-2'], ['i-1']]);
  expect(events.filter(({ type }) => type === 'left-behind')).toMatchObject([
    { operation: 'replaceInstance', note: expect.stringMatching(/^the instance i-2 is left: /) as string },
  ]);
});

it('cancels the other calls of a task that fails', async () => {
  const both: Operation<object, unknown> = task(() => ({
    name: 'describeBoth',
    input: input<object>({}),
    uses: [describeInstance, terminateInstance],
    run: (_members, options) => Promise.all([describeInstance('i-1', options), terminateInstance('i-1', options)]),
  }));
  await using aws = fakeAws({ answers: { DescribeInstances: fault('500'), TerminateInstances: refused } });
  await expect(both({}, { session: aws.session })).rejects.toThrow(/^describeBoth: terminating the instance: /);
  const before = aws.requests.length;
  await aws.clock.advance(60_000);
  expect(aws.requests).toHaveLength(before);
});
