import { afterEach, describe, expect, it, vi } from 'vitest';

import { describeInstance, instancesOf, terminateInstance } from '../__fixtures__/instances.js';
import { InvalidInputError } from '../errors/invalid-input-error.js';
import { fakeAws, fault } from '../testing/index.js';
import { createSession } from '../session/create-session.js';
import type { Credentials } from './credentials.js';

const hour = 3_600_000;
const keys = (name: string): Credentials => ({ accessKeyId: name, secretAccessKey: 'secret' });

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('credentials', () => {
  it('may come from a synchronous function', async () => {
    await using aws = fakeAws({
      session: { credentials: (() => keys('SYNC')) as never },
      answers: { DescribeInstances: instancesOf(['i-1']) },
    });
    await describeInstance('i-1', { session: aws.session });
    expect(aws.requests[0]?.accessKeyId).toBe('SYNC');
  });

  it.each([
    [undefined, 'accessKeyId'],
    [{}, 'accessKeyId'],
    [{ accessKeyId: 'A' }, 'secretAccessKey'],
    [{ accessKeyId: '', secretAccessKey: 'b' }, 'accessKeyId'],
  ])('are rejected if they are %o', async (given, missing) => {
    await using aws = fakeAws({ session: { credentials: (async () => given) as never } });
    await expect(terminateInstance('i-1', { session: aws.session })).rejects.toMatchObject({
      name: 'CredentialsError',
      operation: 'terminateInstance',
      message: `terminateInstance: the function passed as credentials returned no ${missing}.`,
    });
    await expect(terminateInstance('i-1', { session: aws.session })).rejects.not.toHaveProperty('$metadata');
    expect(aws.requests).toEqual([]);
  });

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
