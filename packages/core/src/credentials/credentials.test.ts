import { afterEach, describe, expect, it, vi } from 'vitest';

import { describeInstance, instancesOf, terminateInstance } from '../__fixtures__/instances.js';
import { InvalidInputError } from '../errors/invalid-input-error.js';
import { fakeAws, FakeClock, fault } from '../testing/index.js';
import { createSession } from '../session/create-session.js';
import { cachedCredentials, type Credentials, sharedCredentials } from './credentials.js';

const hour = 3_600_000;
const minute = 60_000;
const keys = (name: string, expiresInMs?: number, clock = new FakeClock()): Credentials => ({
  accessKeyId: name,
  secretAccessKey: 'secret',
  ...(expiresInMs !== undefined && { expiration: new Date(clock.now() + expiresInMs) }),
});

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('credentials', () => {
  it('are resolved once for concurrent calls', async () => {
    const provider = vi.fn(async () => keys('A'));
    const cached = cachedCredentials(provider, new FakeClock());
    expect(await Promise.all([cached(), cached(), cached()])).toEqual([keys('A'), keys('A'), keys('A')]);
    await cached();
    expect(provider).toHaveBeenCalledOnce();
  });

  it('are renewed five minutes before they expire', async () => {
    const clock = new FakeClock({ manual: true });
    const provider = vi.fn(async () => keys(`A${provider.mock.calls.length}`, hour, clock));
    const cached = cachedCredentials(provider, clock);
    await cached();
    await clock.advance(hour - 5 * minute - 1);
    expect((await cached()).accessKeyId).toBe('A1');
    await clock.advance(1);
    expect((await cached()).accessKeyId).toBe('A2');
    expect((await cached()).accessKeyId).toBe('A2');
  });

  it('are used until they expire if they cannot be renewed, then the call fails', async () => {
    const clock = new FakeClock({ manual: true });
    const provider = vi.fn(async () => {
      if (provider.mock.calls.length > 1) throw new Error('the metadata service is down');
      return keys('A', hour, clock);
    });
    const cached = cachedCredentials(provider, clock);
    await cached();
    await clock.advance(hour - 1);
    expect((await cached()).accessKeyId).toBe('A');
    await clock.advance(1);
    await expect(cached()).rejects.toThrow('the metadata service is down');
  });

  it('are resolved again after an error', async () => {
    const provider = vi.fn(async () => {
      if (provider.mock.calls.length === 1) throw new Error('not yet');
      return keys('A');
    });
    const cached = cachedCredentials(provider, new FakeClock());
    await expect(cached()).rejects.toThrow('not yet');
    expect(await cached()).toEqual(keys('A'));
  });

  it('may come from a synchronous function', async () => {
    const cached = cachedCredentials((() => keys('A')) as never, new FakeClock());
    expect(await cached()).toEqual(keys('A'));
  });

  it.each([undefined, {}, { accessKeyId: 'A' }, { accessKeyId: '', secretAccessKey: 'b' }])(
    'are rejected if they are %o',
    async (given) => {
      await using aws = fakeAws({ session: { credentials: (async () => given) as never } });
      await expect(terminateInstance('i-1', { session: aws.session })).rejects.toMatchObject({
        name: 'CredentialsError',
        operation: 'terminateInstance',
        message: 'terminateInstance: the function passed as credentials returned no accessKeyId or no secretAccessKey.',
      });
      await expect(terminateInstance('i-1', { session: aws.session })).rejects.not.toHaveProperty('$metadata');
      expect(aws.requests).toEqual([]);
    },
  );

  it.each([
    ['a\n', 'accessKeyId', 'a line break'],
    ['a b', 'secretAccessKey', 'a space'],
    ['a\u0000', 'sessionToken', 'a control character'],
    ['ä', 'sessionToken', 'a character that is not ASCII'],
  ])('with %j as a value are rejected with the member and the source', async (value, member, problem) => {
    const given = { ...keys('A'), [member]: value };
    await using aws = fakeAws({ session: { credentials: async () => given } });
    const error: unknown = await terminateInstance('i-1', { session: aws.session }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      name: 'CredentialsError',
      message: `terminateInstance: ${member} from the function passed as credentials contains ${problem}. Remove it.`,
    });
    expect(aws.requests).toEqual([]);
    expect(() => createSession({ credentials: given })).toThrow(InvalidInputError);
    expect(() => createSession({ credentials: given })).toThrow(
      `createSession: credentials.${member} contains ${problem}`,
    );
  });

  it('with an invalid expiration are rejected', async () => {
    const given = { ...keys('A'), expiration: new Date(Number.NaN) };
    await using aws = fakeAws({ session: { credentials: async () => given } });
    await expect(terminateInstance('i-1', { session: aws.session })).rejects.toThrow('not a valid Date');
    expect(() => createSession({ credentials: given })).toThrow(InvalidInputError);
  });

  it.each([
    [{ CREDENTIALS_ENV_VARS: 'g' }, 'the environment variable AWS_SESSION_TOKEN'],
    [{ CREDENTIALS_PROFILE: 'n' }, 'aws_session_token of profile staging'],
    [{ CREDENTIALS_PROCESS: 'w', CREDENTIALS_PROFILE_PROCESS: 'v' }, 'the credential_process of profile staging'],
    [{}, 'sessionToken of profile staging, the container or the instance'],
  ])('of the default chain are rejected with the place of the value: %o', async ($source, place) => {
    const given = { ...keys('A'), sessionToken: 't\n', $source };
    const cached = cachedCredentials(async () => given, new FakeClock(), { profile: 'staging' });
    await expect(cached()).rejects.toThrow(place);
  });

  it('of a role are rejected as values from STS', async () => {
    const given = { ...keys('A'), sessionToken: 't\n' };
    await expect(cachedCredentials(async () => given, new FakeClock(), 'role')()).rejects.toThrow(
      'sessionToken from STS contains a line break. Remove it.',
    );
  });

  it.each([
    ['staging', 'staging'],
    [undefined, 'default'],
  ])('are rejected with the profile from the environment if none was passed: AWS_PROFILE=%s', async (profile, name) => {
    vi.stubEnv('AWS_PROFILE', profile);
    const given = { ...keys('A'), sessionToken: 't\n', $source: { CREDENTIALS_PROFILE: 'n' } };
    const cached = cachedCredentials(async () => given, new FakeClock(), { profile: undefined });
    await expect(cached()).rejects.toThrow(`aws_session_token of profile ${name} contains a line break.`);
  });

  it.each([
    [new TypeError('vault is sealed'), 'the function passed as credentials failed: vault is sealed.'],
    ['sealed', 'the function passed as credentials failed: it threw a value that is not an Error.'],
  ])('whose function throws are an error with the cause: %s', async (cause, message) => {
    await using aws = fakeAws({ session: { credentials: () => Promise.reject(cause) } });
    await expect(terminateInstance('i-1', { session: aws.session })).rejects.toMatchObject({
      name: 'CredentialsError',
      operation: 'terminateInstance',
      message: `terminateInstance: ${message}`,
      cause,
    });
  });

  it('of a profile are shared in the process', () => {
    const make = vi.fn(() => async () => keys('A'));
    const names = ['test-one', 'test-two', 'test-one', undefined, undefined];
    const [one, two, again, none, noneAgain] = names.map((name) => sharedCredentials(name, make));
    expect([one === two, one === again, one === none, none === noneAgain]).toEqual([false, true, false, true]);
  });

  it('are shared with another copy of this package', async () => {
    const path = './credentials.js?copy';
    const other = (await import(/* @vite-ignore */ path)) as { sharedCredentials: typeof sharedCredentials };
    expect(other.sharedCredentials).not.toBe(sharedCredentials);
    const make = vi.fn(() => async () => keys('A'));
    expect(other.sharedCredentials('test-copies', make)).toBe(sharedCredentials('test-copies', make));
    expect(make).toHaveBeenCalledOnce();
  });
});

describe('the resolution of credentials', () => {
  it('does not end with the first call that waits for it', async () => {
    await using aws = fakeAws({ answers: { DescribeInstances: instancesOf(['i-1']) } });
    const controller = new AbortController();
    aws.on('AssumeRole', async () => {
      controller.abort('enough');
      await new Promise((resolve) => setImmediate(resolve));
      return {
        Credentials: {
          AccessKeyId: 'ROLE',
          SecretAccessKey: 's',
          SessionToken: 't',
          Expiration: new Date(aws.clock.now() + hour),
        },
      };
    });
    const session = aws.session.assume({ roleArn: 'arn:aws:iam::123456789012:role/deploy' });
    const first = describeInstance('i-1', { session, signal: controller.signal, batch: false });
    const second = describeInstance('i-1', { session, batch: false });
    expect(await Promise.allSettled([first, second])).toMatchObject([
      { reason: 'enough' },
      { value: { instanceId: 'i-1' } },
    ]);
    expect(aws.requests.map(({ operation, accessKeyId }) => `${operation} ${accessKeyId}`)).toEqual([
      'AssumeRole AKIAFAKEAWSFAKEAWSFA',
      'DescribeInstances ROLE',
    ]);
  });

  it('is the phase in the error of a deadline', async () => {
    await using aws = fakeAws();
    aws.on('AssumeRole', fault('hang'));
    const session = aws.session.assume({ roleArn: 'arn:aws:iam::123456789012:role/deploy' });
    await expect(terminateInstance('i-1', { session, timeoutMs: 5_000 })).rejects.toMatchObject({
      name: 'DeadlineError',
      phase: 'getting credentials',
      attempts: 0,
      message: expect.stringMatching(/not completed within 5000 ms, while getting credentials\. Pass/) as string,
    });
  });
});
