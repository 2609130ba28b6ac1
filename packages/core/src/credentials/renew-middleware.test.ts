import { Readable } from 'node:stream';

import { DescribeInstancesCommand, EC2Client } from '@aws-sdk/client-ec2';
import { describe, expect, it, type Mock, vi } from 'vitest';

import { describeInstance, instancesOf, terminateInstance } from '../__fixtures__/instances.js';
import type { ArchEvent } from '../events/arch-event.js';
import { awsError, type FakeAws, fakeAws, FakeClock, fault } from '../testing/index.js';
import { asArchError } from '../translation/as-arch-error.js';
import type { CredentialProvider } from './credentials.js';
import { renewMiddleware } from './renew-middleware.js';

const secretAccessKey = 'secret';

/** A fake AWS that rejects all keys except those in `valid`. */
const strictAws = (provider: CredentialProvider, code = 'ExpiredToken', valid = ['NEW']): FakeAws => {
  const clock = new FakeClock();
  const aws = fakeAws({ clock, session: { credentials: provider } });
  const answer =
    (response: object) =>
    (_input: unknown, { request }: { request: { accessKeyId?: string | undefined } }) =>
      valid.includes(request.accessKeyId ?? '') ? response : awsError(code, 'No longer valid', { status: 400 });
  aws.on('DescribeInstances', answer(instancesOf(['i-1'])) as never);
  aws.on('TerminateInstances', answer({ TerminatingInstances: [{ InstanceId: 'i-1' }] }) as never);
  return aws;
};

const keysUsed = (aws: FakeAws): readonly unknown[] => aws.requests.map(({ accessKeyId }) => accessKeyId);

/** A provider that returns the keys in order, and then always the last ones. */
const inOrder = (...names: string[]): Mock<CredentialProvider> => {
  const provider: Mock<CredentialProvider> = vi.fn<CredentialProvider>(async () => ({
    accessKeyId: names[Math.min(provider.mock.calls.length, names.length) - 1] ?? '',
    secretAccessKey,
  }));
  return provider;
};

describe('credentials that AWS rejects', () => {
  it.each([
    'AuthFailure',
    'ExpiredToken',
    'ExpiredTokenException',
    'InvalidAccessKeyId',
    'InvalidClientTokenId',
    'RequestExpired',
    'UnrecognizedClientException',
  ])('as %s are resolved again, and the call is repeated once, with an event', async (code) => {
    await using aws = strictAws(inOrder('OLD', 'NEW'), code);
    const events: ArchEvent[] = [];
    const onEvent = (event: ArchEvent): void => void events.push(event);
    expect(await describeInstance('i-1', { session: aws.session, onEvent })).toMatchObject({ instanceId: 'i-1' });
    expect(keysUsed(aws)).toEqual(['OLD', 'NEW']);
    expect(events.map(({ type }) => type)).toEqual([
      'call-start',
      'attempt',
      'credentials-renewed',
      'attempt',
      'call-end',
    ]);
    expect(events[2]).toMatchObject({ operation: 'describeInstance', attempt: 2, reason: code });
  });

  it('are resolved again for concurrent calls of all services together', async () => {
    const provider = inOrder('OLD', 'NEW');
    await using aws = strictAws(provider);
    const options = { session: aws.session, batch: false };
    await Promise.all([
      describeInstance('i-1', options),
      describeInstance('i-1', options),
      describeInstance('i-1', options),
    ]);
    await aws.session.client(EC2Client).send(new DescribeInstancesCommand({}));
    expect(provider).toHaveBeenCalledTimes(2);
  });

  it('for another reason, e.g. a wrong signature, are kept', async () => {
    const provider = inOrder('OLD', 'NEW');
    await using aws = strictAws(provider, 'SignatureDoesNotMatch');
    await expect(describeInstance('i-1', { session: aws.session })).rejects.toMatchObject({ name: 'CredentialsError' });
    expect(provider).toHaveBeenCalledOnce();
  });

  it('are resolved again at most once per 30 seconds, and the error says that they are the same', async () => {
    const provider = inOrder('OLD');
    await using aws = strictAws(provider);
    for (let call = 0; call < 3; call++) {
      await expect(terminateInstance('i-1', { session: aws.session })).rejects.toMatchObject({
        name: 'CredentialsError',
        code: 'ExpiredToken',
        message: expect.stringContaining(
          'They were resolved again, but the function passed as credentials still returns the same ones.',
        ) as string,
      });
    }
    expect(provider).toHaveBeenCalledTimes(2);
    expect(aws.requests).toHaveLength(3);
  });

  it('stay rejected with the reason if they cannot be resolved again', async () => {
    const provider: Mock<CredentialProvider> = vi.fn<CredentialProvider>(async () => {
      if (provider.mock.calls.length > 1) throw new Error('the vault is sealed');
      return { accessKeyId: 'OLD', secretAccessKey };
    });
    await using aws = strictAws(provider);
    await expect(describeInstance('i-1', { session: aws.session })).rejects.toThrow(
      'They could not be resolved again: the function passed as credentials failed: the vault is sealed.',
    );
  });

  it('stay rejected if they were passed as an object', async () => {
    await using aws = fakeAws({ session: { credentials: { accessKeyId: 'OLD', secretAccessKey } } });
    aws.on('DescribeInstances', awsError('RequestExpired', 'Request has expired', { status: 400 }));
    await expect(describeInstance('i-1', { session: aws.session })).rejects.toThrow('were passed to createSession');
    expect(aws.requests).toHaveLength(1);
  });

  it('are not counted as an attempt, but other attempts before them are', async () => {
    await using aws = strictAws(inOrder('OLD', 'NEW', 'NEWER'));
    expect(await describeInstance('i-1', { session: aws.session, maxAttempts: 1 })).toMatchObject({
      instanceId: 'i-1',
    });
    expect(keysUsed(aws)).toEqual(['OLD', 'NEW']);
    await using flaky = strictAws(inOrder('OLD', 'NEW'));
    flaky.once('DescribeInstances', fault('500'));
    flaky.once('DescribeInstances', awsError('ExpiredToken', 'Expired', { status: 400 }));
    flaky.on('DescribeInstances', fault('500'));
    await expect(describeInstance('i-1', { session: flaky.session })).rejects.toMatchObject({ name: 'ServiceError' });
    expect(keysUsed(flaky)).toEqual(['OLD', 'OLD', 'NEW', 'NEW']);
  });

  it.each([
    ['a Node.js stream', Readable.from(['a']), 1],
    ['a web stream', new ReadableStream(), 1],
    ['a text', 'a', 2],
    ['bytes', new Uint8Array(1), 2],
    ['a Blob', new Blob(['a']), 2],
  ])('are renewed, but the request is repeated only if its body can be sent twice: %s', async (_title, Body, times) => {
    const used = { accessKeyId: 'OLD', secretAccessKey };
    const rejected = Object.assign(new Error('expired'), { name: 'ExpiredToken', $fault: 'client' });
    const next = vi.fn(async () => {
      if (next.mock.calls.length === 1) throw rejected;
      return 'sent';
    });
    const renew = vi.fn(async () => ({ credentials: { accessKeyId: 'NEW', secretAccessKey } }));
    const context = { __smithy_context: { selectedHttpAuthScheme: { identity: used } } };
    const credentials = { get: Object.assign(async () => used, { memoized: true } as const), renew };
    const sent = renewMiddleware(credentials, new FakeClock())(next, context)({ input: { Body } });
    if (times === 2) expect(await sent).toBe('sent');
    else {
      await expect(sent).rejects.toBe(rejected);
      expect(asArchError(rejected, 'putObject')).toMatchObject({
        name: 'CredentialsError',
        message: expect.stringContaining('the body is a stream, which cannot be sent twice') as string,
      });
    }
    expect(renew).toHaveBeenCalledWith(used);
    expect(next).toHaveBeenCalledTimes(times);
  });

  it('of a role are resolved again with the credentials that assume it', async () => {
    await using aws = strictAws(inOrder('USER'), 'ExpiredToken', ['ASIAFAKEAWS000000002']);
    const session = aws.session.assume({ roleArn: 'arn:aws:iam::210987654321:role/deploy' });
    await describeInstance('i-1', { session });
    expect(keysUsed(aws)).toEqual(['USER', 'ASIAFAKEAWS000000001', 'USER', 'ASIAFAKEAWS000000002']);
  });
});
