import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { inspect } from 'node:util';

import { DescribeInstancesCommand, EC2Client } from '@aws-sdk/client-ec2';
import { afterEach, describe, expect, it } from 'vitest';

import { describeInstance } from '../__fixtures__/instances.js';
import type { ArchEvent } from '../events/arch-event.js';
import { awsError, fakeAws, fault, type FaultName } from '../testing/index.js';
import { type RawScript, rawServer } from '../testing/raw-server.js';
import { createSession } from './create-session.js';

const secrets = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'marker-secret', sessionToken: 'marker-token' };

/** All text that Node.js can show of a value. */
const allOf = (value: unknown): string =>
  inspect(value, { showHidden: true, depth: 10, maxArrayLength: null, maxStringLength: null, getters: true });

const opened: AsyncDisposable[] = [];
afterEach(async () => {
  for (const each of opened.splice(0).reverse()) await each[Symbol.asyncDispose]();
});

describe('keys', () => {
  it('are not visible in a session, before and after its calls', async () => {
    await using aws = fakeAws({ session: { credentials: secrets }, answers: { DescribeInstances: {} } });
    const sessions = [
      aws.session,
      aws.session.in('eu-west-1'),
      aws.session.assume({ roleArn: 'arn:aws:iam::123456789012:role/x' }),
    ];
    for (const session of sessions) {
      expect(allOf(session)).not.toContain('marker');
      await describeInstance('i-1', { session }).catch(() => undefined);
      await session.client(EC2Client).send(new DescribeInstancesCommand({}));
      expect(allOf(session)).not.toContain('marker');
      expect(JSON.stringify(session)).toBe('{}');
    }
  });

  it.each(['500', 'hang', 'reset', 'empty', 'garbage', 'html-502', 'close-mid-body'] satisfies FaultName[])(
    'are not visible in the error and the events of a call that fails with %s',
    async (name) => {
      await using aws = fakeAws({ session: { credentials: secrets } });
      aws.on('DescribeInstances', fault(name));
      const events: ArchEvent[] = [];
      const error: unknown = await describeInstance('i-1', {
        session: aws.session,
        onEvent: (event) => void events.push(event),
      }).catch((each: unknown) => each);
      expect(error).toBeInstanceOf(Error);
      expect(events.length).toBeGreaterThan(2);
      expect(allOf(error) + allOf(events)).not.toContain('marker');
    },
  );

  it.each([
    [
      'is an AWS error',
      'HTTP/1.1 400 Bad Request\r\ncontent-length: 77\r\n\r\n<Response><Errors><Error><Code>Odd</Code></Error></Errors></Response>         ',
    ],
    ['is a page of a proxy', 'HTTP/1.1 502 Bad Gateway\r\ncontent-length: 17\r\n\r\n<html><br></html>'],
    ['is truncated', 'HTTP/1.1 200 OK\r\ncontent-length: 17\r\nconnection: close\r\n\r\n<html>'],
    ['is not HTTP', 'hello'],
  ])('are not visible in the error of a real connection whose response %s', async (_title, response) => {
    const script: RawScript = (socket) => void socket.on('data', () => socket.end(response));
    const server = await rawServer(script);
    const session = createSession({
      region: 'eu-west-1',
      credentials: secrets,
      endpoint: server.endpoint,
      maxAttempts: 1,
    });
    opened.push(server, session);
    const events: ArchEvent[] = [];
    const channel = (event: unknown): void => void events.push(event as ArchEvent);
    subscribe('arch:attempt', channel);
    const error: unknown = await describeInstance('i-1', { session }).catch((each: unknown) => each);
    unsubscribe('arch:attempt', channel);
    expect(error).toBeInstanceOf(Error);
    expect(events).toHaveLength(1);
    expect(allOf(error) + allOf(events)).not.toContain('marker');
  });

  it('are not visible in the error of AWS before the deadline', async () => {
    const response = 'HTTP/1.1 500 Internal Server Error\r\ncontent-length: 11\r\n\r\n<Response/>';
    const server = await rawServer((socket) => void socket.on('data', () => socket.end(response)), 'silence');
    const timeouts = { callMs: 700 };
    const session = createSession({ region: 'eu-west-1', credentials: secrets, endpoint: server.endpoint, timeouts });
    opened.push(server, session);
    const error: unknown = await describeInstance('i-1', { session }).catch((each: unknown) => each);
    expect(error).toMatchObject({ name: 'DeadlineError', attempts: 2, cause: { $metadata: { httpStatusCode: 500 } } });
    expect(allOf(error)).not.toContain('marker');
  });

  it('are not visible in the AWS error that rejects them', async () => {
    await using aws = fakeAws({ session: { credentials: secrets } });
    aws.on(
      'DescribeInstances',
      awsError('AuthFailure', 'AWS was not able to validate the provided access credentials', { status: 401 }),
    );
    const error: unknown = await describeInstance('i-1', { session: aws.session }).catch((each: unknown) => each);
    expect(error).toMatchObject({ name: 'CredentialsError' });
    expect(allOf(error)).not.toContain('marker');
  });
});
