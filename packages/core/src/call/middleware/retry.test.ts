import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { terminateInstance } from '../../__fixtures__/instances.js';
import { type FakeAws, fakeAws, fault } from '../../testing/index.js';
import { FakeTransport } from '../../testing/fake-transport.js';
import type { SessionOptions } from '../../session/session.js';

const terminated = { TerminatingInstances: [{ InstanceId: 'i-1', CurrentState: { Name: 'shutting-down' } }] };

/** An AWS whose every second request, from the first one on, is throttled. Each request takes a minute. */
const throttlingAws = (session: Pick<SessionOptions, 'path'> = {}): FakeAws => {
  const aws = fakeAws({ session });
  vi.setSystemTime(aws.clock.now());
  aws.on('TerminateInstances', (_input, { attempt }) => {
    vi.setSystemTime(Date.now() + 60_000);
    return attempt % 2 === 1 ? fault('throttle') : terminated;
  });
  return aws;
};

const headersOf = (aws: FakeAws, name: string): (string | undefined)[] =>
  aws.requests.map(({ headers }) => headers[name]);

/** The requests, apart from their ID and the time on the clock, which jitter decides. */
const sequenceOf = (aws: FakeAws): object[] =>
  aws.requests.map(({ headers: { 'amz-sdk-invocation-id': _id, ...headers }, atMs: _atMs, ...others }) => ({
    ...others,
    headers,
  }));

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('the attempts of a call', () => {
  it('have one invocation ID, and the number of the attempt', async () => {
    await using aws = throttlingAws();
    await terminateInstance('i-1', { session: aws.session });
    const [first, second] = headersOf(aws, 'amz-sdk-invocation-id');
    expect(first).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(second).toBe(first);
    expect(headersOf(aws, 'amz-sdk-request')).toEqual(['attempt=1; max=3', 'attempt=2; max=3']);
  });

  it('name the maximum of attempts of the call, or else of the session', async () => {
    await using aws = fakeAws({ answers: { TerminateInstances: {} }, session: { maxAttempts: 5 } });
    await terminateInstance('i-1', { session: aws.session }).catch(() => undefined);
    await terminateInstance('i-1', { session: aws.session, maxAttempts: 2 }).catch(() => undefined);
    const [ofSession, ofCall] = [aws.requests[0], aws.requests.at(-1)].map((each) => each?.headers['amz-sdk-request']);
    expect([ofSession, ofCall]).toEqual(['attempt=1; max=5', 'attempt=1; max=2']);
  });

  it('have another invocation ID in the next call', async () => {
    await using aws = throttlingAws();
    for (let calls = 0; calls < 2; calls++) await terminateInstance('i-1', { session: aws.session });
    const ids = headersOf(aws, 'amz-sdk-invocation-id');
    expect(ids).toEqual([ids[0], ids[0], ids[2], ids[2]]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  it('are signed one by one, with the time of the attempt', async () => {
    const sent = vi.spyOn(FakeTransport.prototype, 'handle');
    await using aws = throttlingAws();
    await terminateInstance('i-1', { session: aws.session });
    expect(headersOf(aws, 'x-amz-date')).toEqual(['20260101T000000Z', '20260101T000100Z']);
    const signatures = sent.mock.calls.map(([{ headers }]) => headers['authorization']?.split('Signature=')[1]);
    expect(signatures).toEqual([expect.stringMatching(/^[\da-f]{64}$/), expect.stringMatching(/^[\da-f]{64}$/)]);
    expect(signatures[1]).not.toBe(signatures[0]);
  });

  it("are those of a session with path: 'sdk'", async () => {
    await using own = throttlingAws();
    await terminateInstance('i-1', { session: own.session });
    await using bySdk = throttlingAws({ path: 'sdk' });
    await terminateInstance('i-1', { session: bySdk.session });
    expect(own.requests).toHaveLength(2);
    expect(sequenceOf(own)).toEqual(sequenceOf(bySdk));
  });
});
