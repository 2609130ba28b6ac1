import { describe, expect, it } from 'vitest';

import { describeInstance } from '../__fixtures__/instances.js';
import { InvalidInputError } from '../errors/invalid-input-error.js';
import { createSession } from './create-session.js';
import { sessionFor, withSession } from './current-session.js';

const refusal = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidInputError);
    return (error as Error).message;
  }
  throw new Error('was not refused');
};

describe('options of a session', () => {
  it.each([
    [{ region: 'Frankfurt' }, 'region is "Frankfurt"; accepted is a region\'s name such as eu-west-1.'],
    [{ region: 5 }, 'region is 5; accepted is'],
    [{ profile: '' }, 'profile is ""; accepted is the name of a profile.'],
    [{ endpoint: 'localhost:4566' }, 'endpoint is "localhost:4566"; accepted is a URL such as http://127.0.0.1:4566.'],
    [{ endpoint: 'http://' }, 'endpoint is "http://"; accepted is'],
    [{ maxAttempts: 0 }, 'maxAttempts is 0; accepted is a whole number from 1.'],
    [{ maxSockets: 1.5 }, 'maxSockets is 1.5; accepted is a whole number from 1.'],
    [{ timeouts: 5_000 }, 'timeouts is 5000; accepted is an object such as { attemptMs: 10_000 }.'],
    [
      { timeouts: { attemptMs: -1 } },
      'timeouts.attemptMs is -1; accepted is a number of milliseconds above 0 and up to 2147483647',
    ],
    [{ timeouts: { callMs: Number.NaN } }, 'timeouts.callMs is NaN; accepted is'],
    [{ timeouts: { totalMs: 5 } }, 'timeouts.totalMs is not a member that exists.'],
    [{ onEvent: 'log' }, 'onEvent is "log"; accepted is a function.'],
    [
      { transport: { handle: () => undefined } },
      'transport is an object; accepted is an object with handle and destroy.',
    ],
    [{ clock: Date }, 'clock is'],
    [
      { assumeRole: 'arn:aws:iam::123456789012:role/x' },
      'assumeRole is "arn:aws:iam::123456789012:role/x"; accepted is an object with a role\'s ARN as roleArn.',
    ],
    [{ retries: 3 }, 'retries is not an option; options are region, profile, credentials,'],
    [{ toString: 3 }, 'toString is not an option; options are'],
  ])('%o', (options, words) => {
    const message = refusal(() => createSession(options as never));
    expect(message).toMatch(/^createSession: /);
    expect(message).toContain(words);
  });

  it.each([
    [{ accessKeyId: 'A', secretAccessKey: '' }],
    [{ accessKeyId: 'A', secret: 'marker' }],
    [{ accessKeyId: 'A', secretAccessKey: 'marker', sessionToken: 5 }],
    [{ accessKeyId: 'A', secretAccessKey: 'marker', expiration: '2030' }],
    ['marker'],
  ])('are refused without showing keys: %o', (credentials) => {
    const message = refusal(() => createSession({ credentials: credentials as never }));
    expect(message).toMatch(
      /^createSession: credentials is (?:an object|a value that is not shown); accepted is texts as accessKeyId/,
    );
    expect(message).not.toContain('marker');
  });

  it('may be left undefined', () => {
    const names = [
      'region',
      'profile',
      'credentials',
      'assumeRole',
      'endpoint',
      'maxAttempts',
      'timeouts',
      'maxSockets',
      'onEvent',
      'transport',
      'clock',
    ];
    const none = Object.fromEntries(names.map((name) => [name, undefined]));
    expect(createSession({ ...none, timeouts: { connectMs: undefined } })).toHaveProperty('client');
  });

  it('are an object', () => {
    expect(refusal(() => createSession('eu-west-1' as never))).toBe(
      'createSession: takes an object with region, profile, credentials, assumeRole, endpoint, maxAttempts, timeouts, maxSockets, onEvent, transport, clock.',
    );
  });
});

describe('a role', () => {
  const roleArn = 'arn:aws:iam::123456789012:role/deploy';
  const session = createSession({ region: 'eu-west-1' });

  it.each([
    [{}, "roleArn is missing; accepted is a role's ARN such as arn:aws:iam::123456789012:role/deploy."],
    [{ roleArn: 'deploy' }, 'roleArn is "deploy"; accepted is'],
    [{ roleArn, externalId: 'x' }, 'externalId is a value that is not shown; accepted is 2 to 1,224 letters'],
    [{ roleArn, roleSessionName: 'two words' }, 'roleSessionName is "two words"; accepted is'],
    [{ roleArn, durationSeconds: 60 }, 'durationSeconds is 60; accepted is a whole number from 900 to 43,200.'],
    [{ roleArn, policy: {} }, 'policy is an object; accepted is the JSON text of a policy.'],
    [{ roleArn, external: 'x' }, 'external is not an option; options are roleArn, externalId,'],
    [undefined, 'takes an object with roleArn, externalId, roleSessionName, durationSeconds, policy.'],
  ])('%o', (role, words) => {
    const message = refusal(() => session.assume(role as never));
    expect(message).toMatch(/^assume: /);
    expect(message).toContain(words);
  });
});

describe('where a call is made', () => {
  const session = createSession({ region: 'eu-west-1' });

  it('is a session that createSession has made', async () => {
    expect(refusal(() => withSession({} as never, () => 1))).toBe('session is none that createSession() has made.');
    expect(refusal(() => sessionFor({ session: {} as never, region: 'eu-west-1' }))).toBe(
      'session is none that createSession() has made.',
    );
    await expect(describeInstance('i-1', { session: 5 as never })).rejects.toThrow(
      'session is none that createSession() has made.',
    );
  });

  it.each(['', 'x', 5, null])('is a region by its name: not %o', async (region) => {
    expect(refusal(() => session.in(region as never))).toMatch(
      /^session: region is .+; accepted is a region's name such as eu-west-1\.$/,
    );
    await expect(describeInstance('i-1', { session, region: region as never })).rejects.toThrow(/region is/);
  });
});
