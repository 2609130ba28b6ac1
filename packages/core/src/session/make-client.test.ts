import { DescribeInstancesCommand, EC2Client } from '@aws-sdk/client-ec2';
import { STSClient } from '@aws-sdk/client-sts';
import { describe, expect, it, vi } from 'vitest';

import { describeInstance, instancesOf, terminateInstance } from '../__fixtures__/instances.js';
import { fakeAws, fault } from '../testing/index.js';
import type { createSession } from './create-session.js';
import type { DeadlineError } from '../errors/deadline-error.js';
import { internalsOf } from './session-internals.js';

const answers = { DescribeInstances: instancesOf(['i-1']) };

describe('a client of a session', () => {
  it('is one per service for all operations, made at the first use', async () => {
    await using aws = fakeAws({ answers });
    const internals = internalsOf(aws.session);
    const client = internals.sdkClient(EC2Client);
    expect(internals.sdkClient(EC2Client)).toBe(client);
    expect(internals.sdkClient(STSClient)).not.toBe(client);
  });

  it('answers who uses it beside any call too, and tells nothing of it', async () => {
    const onEvent = vi.fn();
    await using aws = fakeAws({ answers, session: { onEvent } });
    const { Reservations } = (await internalsOf(aws.session).sdkClient(EC2Client).send(new DescribeInstancesCommand({}))) as { Reservations: unknown[] };
    expect(Reservations).toHaveLength(1);
    expect(onEvent).not.toHaveBeenCalled();
  });

  it("says which requests AWS answered by the IDs that AWS gives them, whatever the header's name", async () => {
    for (const header of ['x-amzn-requestid', 'x-amz-request-id', 'x-amzn-request-id']) {
      const ids: unknown[] = [];
      await using aws = fakeAws({ answers });
      const { handle } = internalsOf(aws.session) as unknown as { handle: undefined };
      expect(handle).toBeUndefined();
      const onEvent = (event: { type: string; requestId?: string | undefined }): void => void (event.type === 'attempt' && ids.push(event.requestId));
      await describeInstance('i-1', { session: aws.session, onEvent });
      expect(ids, header).toEqual(['00000000-0000-4000-8000-000000000001']);
    }
  });
});

describe('a session of another copy of this package', () => {
  it('works in calls of this one, with its deadlines and errors', async () => {
    const path = './create-session.js?copy';
    const other = (await import(/* @vite-ignore */ path)) as { createSession: typeof createSession };
    const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
    const hanging = { handle: () => new Promise<never>(() => undefined), destroy: () => undefined };
    const session = other.createSession({ region: 'eu-west-1', credentials, transport: hanging, timeouts: { attemptMs: 20 }, maxAttempts: 1 });
    const error = (await terminateInstance('i-1', { session, timeoutMs: 60 }).catch((each: unknown) => each)) as DeadlineError;
    expect(error).toMatchObject({ name: 'DeadlineError', operation: 'terminateInstance' });
  });
});

describe('a client that AWS answers late', () => {
  it('is told of by the number of its attempt', async () => {
    await using aws = fakeAws({ answers });
    aws.once('DescribeInstances', fault('reset'));
    const seen: unknown[] = [];
    await describeInstance('i-1', {
      session: aws.session,
      onEvent: (event) => void (event.type === 'attempt' && seen.push([event.attempt, event.status, event.error])),
    });
    expect(seen).toMatchObject([
      [1, undefined, { code: 'ECONNRESET' }],
      [2, 200, undefined],
    ]);
  });
});
