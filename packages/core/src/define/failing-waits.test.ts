import { describe, expect, it } from 'vitest';

import { instancesOf, waitForInstance } from '../__fixtures__/instances.js';
import { type ArchError } from '../errors/arch-error.js';
import { awsError, type FakeAws, fakeAws, fault } from '../testing/index.js';

/** Returns one state after the other; the last one is repeated. */
const states = (aws: FakeAws, ...all: readonly string[]): void => {
  for (const state of all.slice(0, -1)) aws.once('DescribeInstances', instancesOf(['i-1'], state));
  aws.on('DescribeInstances', instancesOf(['i-1'], all.at(-1)));
};

const running = { instanceId: 'i-1', state: 'running' } as const;

const failing = (failure: unknown): Promise<ArchError> =>
  (failure as Promise<never>).catch((error: unknown) => error as ArchError);

describe('a wait that fails', () => {
  it.each([
    [
      'a denial',
      awsError('UnauthorizedOperation', 'You are not authorized to perform this operation.', { status: 403 }),
      'AccessDeniedError',
    ],
    [
      'an ID that AWS does not find',
      awsError('InvalidInstanceID.NotFound', "The instance ID 'i-1' does not exist"),
      'NotFoundError',
    ],
    ['input that AWS rejects', awsError('InvalidParameterValue', 'No'), 'InvalidRequestError'],
    [
      'an expired token',
      awsError('ExpiredToken', 'The security token included in the request is expired'),
      'CredentialsError',
    ],
    ['an unexpected response', { Reservations: [{ Instances: [{ InstanceId: 'i-1' }] }] }, 'UnexpectedResponseError'],
  ])('ends immediately: %s', async (_title, answer, name) => {
    await using aws = fakeAws();
    aws.on('DescribeInstances', answer);
    await expect(waitForInstance(running, { session: aws.session })).rejects.toMatchObject({ name });
    expect([aws.requests.length, aws.clock.elapsedMs]).toEqual([1, 0]);
  });

  it("ends with AWS's reason when the resource cannot reach the goal", async () => {
    await using aws = fakeAws();
    states(aws, 'pending', 'terminated');
    aws.once('DescribeInstances', instancesOf(['i-1'], 'pending'));
    const reason = 'Client.VolumeLimitExceeded: Volume limit exceeded';
    aws.on('DescribeInstances', {
      Reservations: [
        { Instances: [{ InstanceId: 'i-1', State: { Name: 'terminated' }, StateReason: { Message: reason } }] },
      ],
    });
    expect(await failing(waitForInstance(running, { session: aws.session }))).toMatchObject({
      name: 'WaitError',
      message: `waitForInstance: i-1 is terminated and cannot reach the goal. Reason: ${reason}.`,
      operation: 'waitForInstance',
      id: 'i-1',
      state: 'terminated',
      reason,
      attempts: 3,
      elapsedMs: aws.clock.elapsedMs,
    });
  });

  it('ends without a reason if AWS returns none', async () => {
    await using aws = fakeAws();
    states(aws, 'terminated');
    const error = await failing(waitForInstance(running, { session: aws.session }));
    expect(error.message).toBe('waitForInstance: i-1 is terminated and cannot reach the goal.');
  });

  it.each([
    [{}, 600_000],
    [{ timeoutMs: 30_000 }, 30_000],
  ])('ends at its deadline and names the last state: %o', async (options, limitMs) => {
    await using aws = fakeAws();
    states(aws, 'pending');
    const error = await failing(waitForInstance(running, { session: aws.session, ...options }));
    expect(error).toMatchObject({
      name: 'DeadlineError',
      limit: 'wait',
      limitMs,
      phase: 'waiting for i-1, which is pending',
    });
    expect(error.attempts).toBe(aws.requests.length);
    expect(error.message).toMatch(
      new RegExp(
        `^waitForInstance: not completed within ${limitMs} ms, while waiting for i-1, which is pending, after \\d+ polls\\.`,
      ),
    );
    expect(aws.clock.elapsedMs).toBe(limitMs);
  });

  it('ends during its first check with the last error', async () => {
    await using aws = fakeAws();
    aws.on('DescribeInstances', fault('hang'));
    const first = await failing(waitForInstance(running, { session: aws.session, timeoutMs: 5_000 }));
    expect(first).toMatchObject({ name: 'DeadlineError', limit: 'wait', phase: 'checking i-1' });
    aws.on('DescribeInstances', fault('throttle'));
    const later = await failing(waitForInstance(running, { session: aws.session, timeoutMs: 60_000 }));
    expect(later).toMatchObject({ name: 'DeadlineError', limit: 'wait', cause: { name: 'ThrottledError' } });
  });
});
