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
  throw new Error('was not rejected');
};

describe('options of a session', () => {
  it.each([
    [{ region: 'Frankfurt' }, 'region must be a region name such as eu-west-1 (got "Frankfurt").'],
    [{ region: 5 }, '(got 5).'],
    [{ profile: '' }, 'profile must be the name of a profile (got "").'],
    [{ endpoint: 'localhost:4566' }, 'endpoint must be a URL such as http://127.0.0.1:4566 (got "localhost:4566").'],
    [{ endpoint: 'http://' }, '(got "http://").'],
    [{ endpoint: 'http://127.0.0.1:4566\n' }, '(got "http://127.0.0.1:4566\\n").'],
    [{ followRegion: 'no' }, 'followRegion must be true or false (got "no").'],
    [{ maxAttempts: 0 }, 'maxAttempts must be a whole number of at least 1 (got 0).'],
    [{ maxSockets: 1.5 }, 'maxSockets must be a whole number of at least 1 (got 1.5).'],
    [{ timeouts: 5_000 }, 'timeouts must be an object such as { attemptMs: 10_000 } (got 5000).'],
    [
      { timeouts: { attemptMs: -1 } },
      'timeouts.attemptMs must be a number of milliseconds greater than 0 and at most 2147483647, about 24 days (got -1).',
    ],
    [{ timeouts: { callMs: Number.NaN } }, 'timeouts.callMs must be a number of milliseconds'],
    [
      { timeouts: { totalMs: 5 } },
      'unknown option timeouts.totalMs: the options are connectMs, attemptMs, bodyIdleMs, callMs, credentialsMs.',
    ],
    [
      { mfaCode: '12345' },
      "mfaCode must be 6 digits as a text, e.g. '123456', or a function that returns them (got a value",
    ],
    [{ onEvent: 'log' }, 'onEvent must be a function (got "log").'],
    [{ lane: 'no' }, 'lane must be true or false (got "no").'],
    [{ payloadSigning: true }, `payloadSigning must be 'always', 'never' or omitted (got true).`],
    [{ path: 'fast' }, `path must be 'sdk', or omitted (got "fast").`],
    [
      { transport: { handle: () => undefined } },
      'transport must be an object with handle and destroy (got an object).',
    ],
    [{ clock: Date }, 'clock must be an object with now and schedule'],
    [
      { assumeRole: 'arn:aws:iam::123456789012:role/x' },
      'assumeRole must be an object with roleArn (got "arn:aws:iam::123456789012:role/x").',
    ],
    [{ retries: 3 }, 'unknown option retries: the options are region, profile, credentials,'],
    [{ toString: 3 }, 'unknown option toString: the options are'],
  ])('%o', (options, words) => {
    const message = refusal(() => createSession(options as never));
    expect(message).toMatch(/^createSession: /);
    expect(message).toContain(words);
  });

  it.each([
    [{ accessKeyId: 'A', secretAccessKey: '' }, 'credentials.secretAccessKey is required: a text that is not empty.'],
    [
      { accessKeyId: 'A', secretAcessKey: 'marker' },
      'unknown member credentials.secretAcessKey: did you mean secretAccessKey? The members are accessKeyId, secretAccessKey, sessionToken, expiration, accountId.',
    ],
    [
      { AccessKeyId: 'A', SecretAccessKey: 'marker' },
      'unknown member credentials.AccessKeyId: did you mean accessKeyId? The members are',
    ],
    [
      { accessKeyId: 'A', secretAccessKey: 'marker', profile: 'marker' },
      'unknown member credentials.profile: the members are accessKeyId,',
    ],
    [{ accessKeyId: 'A', secretAccessKey: 'marker', sessionToken: 5 }, 'credentials.sessionToken must be a text'],
    [
      { accessKeyId: 'A', secretAccessKey: 'marker', expiration: '2030-01-01T00:00:00Z' },
      "credentials.expiration must be a valid Date: pass new Date('2026-01-01T00:00:00Z'), not a text or a number.",
    ],
    ['marker', 'credentials must be an object with accessKeyId and secretAccessKey,'],
    [null, 'credentials must be an object with accessKeyId and secretAccessKey,'],
  ])('are rejected without quoting keys: %o', (credentials, words) => {
    const message = refusal(() => createSession({ credentials: credentials as never }));
    expect(message).toContain(`createSession: ${words}`);
    expect(message).not.toContain('marker');
  });

  it('accept the credentials that a provider of the SDK returns', () => {
    const credentials = { accessKeyId: 'A', secretAccessKey: 'b', accountId: '123456789012', $source: {} };
    expect(createSession({ credentials })).toHaveProperty('client');
  });

  it('may be undefined', () => {
    const names = [
      'region',
      'profile',
      'credentials',
      'assumeRole',
      'endpoint',
      'followRegion',
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

  it('must be an object', () => {
    expect(refusal(() => createSession('eu-west-1' as never))).toBe(
      'createSession: pass an object with region, profile, credentials, mfaCode, assumeRole, endpoint, followRegion, maxAttempts, timeouts, maxSockets, lane, payloadSigning, path, onEvent, transport, clock.',
    );
  });
});

describe('a role', () => {
  const roleArn = 'arn:aws:iam::123456789012:role/deploy';
  const session = createSession({ region: 'eu-west-1' });

  it.each([
    [{}, 'roleArn is required: a role ARN such as arn:aws:iam::123456789012:role/deploy.'],
    [{ roleArn: 'deploy' }, 'roleArn must be a role ARN such as arn:aws:iam::123456789012:role/deploy (got "deploy").'],
    [
      { roleArn, externalId: 'x' },
      'externalId must be 2 to 1,224 letters, digits and +=,.@:/-_ (got a value that is not shown).',
    ],
    [
      { roleArn, roleSessionName: 'two words' },
      'roleSessionName must be 2 to 64 letters, digits and +=,.@-_ (got "two words").',
    ],
    [{ roleArn, durationSeconds: 60 }, 'durationSeconds must be a whole number from 900 to 43,200 (got 60).'],
    [{ roleArn, policy: {} }, 'policy must be the JSON text of a policy (got an object).'],
    [{ roleArn, external: 'x' }, 'unknown option external: the options are roleArn, externalId,'],
    [undefined, 'pass an object with roleArn, externalId, roleSessionName, durationSeconds, policy.'],
  ])('%o', (role, words) => {
    const message = refusal(() => session.assume(role as never));
    expect(message).toMatch(/^assume: /);
    expect(message).toContain(words);
  });
});

describe('the session and region of a call', () => {
  const session = createSession({ region: 'eu-west-1' });

  it('must be a session that createSession has returned', async () => {
    expect(refusal(() => withSession({} as never, () => 1))).toBe(
      'session must be a session: pass one that createSession() has returned.',
    );
    expect(refusal(() => sessionFor({ session: {} as never, region: 'eu-west-1' }))).toBe(
      'session must be a session: pass one that createSession() has returned.',
    );
    await expect(describeInstance('i-1', { session: 5 as never })).rejects.toThrow(
      'session must be a session: pass one that createSession() has returned.',
    );
  });

  it.each(['', 'x', 5, null])('must be a region name: not %o', async (region) => {
    expect(refusal(() => session.in(region as never))).toMatch(
      /^session: region must be a region name such as eu-west-1 \(got .+\)\.$/,
    );
    await expect(describeInstance('i-1', { session, region: region as never })).rejects.toThrow(/region must be/);
  });
});
