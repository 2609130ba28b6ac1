import { EC2Client, DescribeVolumesCommand } from '@aws-sdk/client-ec2';
import { describe, expect, it } from 'vitest';

import { describeInstance, runInstance, terminateInstance } from '../__fixtures__/instances.js';
import type { ArchEvent } from '../events/arch-event.js';
import { awsError, fakeAws, fault } from '../testing/index.js';

const collect = (): { events: ArchEvent[]; onEvent: (event: ArchEvent) => void } => {
  const events: ArchEvent[] = [];
  return { events, onEvent: (event) => void events.push(event) };
};

const terminated = { TerminatingInstances: [{ InstanceId: 'i-1', CurrentState: { Name: 'shutting-down' } }] };

describe('a call that succeeds after throttling', () => {
  it('returns one result, and publishes every attempt and retry', async () => {
    await using aws = fakeAws();
    aws.once('TerminateInstances', fault('throttle'));
    aws.once('TerminateInstances', fault('500'));
    aws.on('TerminateInstances', terminated);
    const { events, onEvent } = collect();
    expect(await terminateInstance('i-1', { session: aws.session, onEvent })).toMatchObject({
      currentState: 'shutting-down',
    });
    expect(events.map(({ type }) => type)).toEqual([
      'call-start',
      'attempt',
      'retry',
      'attempt',
      'retry',
      'attempt',
      'call-end',
    ]);
    expect(events.filter(({ type }) => type === 'retry')).toMatchObject([
      {
        operation: 'terminateInstance',
        attempt: 2,
        reason: 'RequestLimitExceeded',
        tokensLeft: 495,
        delayMs: expect.any(Number) as number,
      },
      { attempt: 3, reason: 'InternalError', tokensLeft: 481 },
    ]);
    expect(events.filter(({ type }) => type === 'attempt')).toMatchObject([
      {
        service: 'EC2',
        awsOperation: 'TerminateInstances',
        attempt: 1,
        host: 'ec2.us-east-1.amazonaws.com',
        status: 503,
      },
      { attempt: 2, status: 500 },
      { attempt: 3, status: 200, requestId: '00000000-0000-4000-8000-000000000003' },
    ]);
    expect(events.at(-1)).toMatchObject({ type: 'call-end', attempts: 3, durationMs: aws.clock.elapsedMs });
  });

  it('waits as long as AWS requests', async () => {
    await using aws = fakeAws();
    aws.once('TerminateInstances', fault('503', { retryAfterMs: 4_000 }));
    aws.on('TerminateInstances', terminated);
    const { events, onEvent } = collect();
    await terminateInstance('i-1', { session: aws.session, onEvent });
    const delayMs = events.find((event) => event.type === 'retry')?.delayMs ?? 0;
    expect(delayMs).toBeGreaterThan(3_900);
    expect(aws.requests[1]?.atMs).toBe(delayMs);
  });
});

describe('the number of attempts', () => {
  it.each([1, 2, 5])('is at most %i if the call sets it', async (maxAttempts) => {
    await using aws = fakeAws();
    aws.on('TerminateInstances', fault('500'));
    const failure = terminateInstance('i-1', { session: aws.session, maxAttempts });
    await expect(failure).rejects.toMatchObject({ name: 'ServiceError', attempts: maxAttempts });
    expect(aws.requests).toHaveLength(maxAttempts);
  });

  it("is the session's by default, also for an SDK client", async () => {
    await using aws = fakeAws({ session: { maxAttempts: 2 } });
    aws.on('TerminateInstances', fault('500'));
    aws.on('DescribeVolumes', fault('500'));
    await expect(terminateInstance('i-1', { session: aws.session })).rejects.toMatchObject({ attempts: 2 });
    await expect(aws.session.client(EC2Client).send(new DescribeVolumesCommand({}))).rejects.toMatchObject({
      name: 'InternalError',
    });
    expect(aws.requests).toHaveLength(4);
  });

  it('is one for errors that a retry cannot solve', async () => {
    await using aws = fakeAws();
    aws.on('TerminateInstances', awsError('IncorrectInstanceState', 'The instance is not in a state for this.'));
    await expect(terminateInstance('i-1', { session: aws.session })).rejects.toMatchObject({
      name: 'ConflictError',
      attempts: 1,
    });
    expect(aws.requests).toHaveLength(1);
  });
});

describe('the retry budget', () => {
  it('is shared by all clients of a session in a region, and stops retries when it is empty', async () => {
    await using aws = fakeAws({ session: { maxAttempts: 3 } });
    aws.on('TerminateInstances', fault('500'));
    aws.on('DescribeVolumes', fault('500'));
    const { events, onEvent } = collect();
    // 500 tokens, 14 for each retry: enough for 35 retries.
    for (let calls = 0; calls < 17; calls++)
      await terminateInstance('i-1', { session: aws.session, onEvent }).catch(() => undefined);
    const tokens = events.flatMap((event) => (event.type === 'retry' ? event.tokensLeft : []));
    expect(tokens).toEqual(Array.from({ length: 34 }, (_, index) => 500 - 14 * (index + 1)));
    const before = aws.requests.length;
    const foreign = aws.session.client(EC2Client);
    for (let calls = 0; calls < 3; calls++) await foreign.send(new DescribeVolumesCommand({})).catch(() => undefined);
    expect(aws.requests.length - before).toBe(4);
    await expect(terminateInstance('i-1', { session: aws.session })).rejects.toMatchObject({ attempts: 1 });
  });

  it('is separate for each region', async () => {
    await using aws = fakeAws();
    aws.on('TerminateInstances', fault('500'));
    const { events, onEvent } = collect();
    await terminateInstance('i-1', { session: aws.session }).catch(() => undefined);
    await terminateInstance('i-1', { session: aws.session, region: 'eu-west-1', onEvent }).catch(() => undefined);
    expect(events.flatMap((event) => (event.type === 'retry' ? event.tokensLeft : []))).toEqual([486, 472]);
  });
});

describe('a call that creates a resource', () => {
  it('has the same idempotency token in every attempt, and another one in the next call', async () => {
    await using aws = fakeAws();
    for (const name of ['throttle', 'reset', 'close-mid-body'] as const) aws.once('RunInstances', fault(name));
    aws.on('RunInstances', { Instances: [{ InstanceId: 'i-1', State: { Name: 'pending' } }] });
    await runInstance({ imageId: 'ami-1' }, { session: aws.session, maxAttempts: 4 });
    await runInstance({ imageId: 'ami-1' }, { session: aws.session });
    const tokens = aws.requests.map(({ body }) => new URLSearchParams(String(body)).get('ClientToken'));
    expect(tokens[0]).toMatch(/^[\w-]{16,64}$/);
    expect(tokens).toEqual([tokens[0], tokens[0], tokens[0], tokens[0], tokens[4]]);
    expect(tokens[4]).not.toBe(tokens[0]);
  });
});

describe('an attempt', () => {
  it('has the time limit of the call', async () => {
    await using aws = fakeAws();
    aws.on('DescribeInstances', fault('hang'));
    const failure = describeInstance('i-1', { session: aws.session, attemptTimeoutMs: 1_000, maxAttempts: 2 });
    await expect(failure).rejects.toMatchObject({
      name: 'DeadlineError',
      limit: 'attempt',
      limitMs: 1_000,
      attempts: 2,
    });
  });
});
