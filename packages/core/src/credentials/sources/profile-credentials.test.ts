import { afterEach, describe, expect, it, vi } from 'vitest';

import { describeInstance, instancesOf } from '../../__fixtures__/instances.js';
import { createSession } from '../../session/create-session.js';
import type { SessionOptions } from '../../session/session.js';
import { AnswerBook } from '../../testing/answer-book.js';
import { defaultAnswers } from '../../testing/default-answers.js';
import { FakeTransport } from '../../testing/fake-transport.js';
import { awsError, FakeClock } from '../../testing/index.js';
import type { Answer } from '../../testing/answer.js';
import { type SettingsOfTest, settingsOfTest } from '../__fixtures__/settings-of-test.js';

let settings: SettingsOfTest | undefined;
afterEach(() => {
  settings?.[Symbol.dispose]();
  settings = undefined;
});

const roleArn = 'arn:aws:iam::210987654321:role/deploy';
const base = '[profile base]\naws_access_key_id = BASEKEY\naws_secret_access_key = marker\n';
const deploy = `[profile deploy]\nrole_arn = ${roleArn}\n`;

/** Calls `describeInstance` with a new session. Returns its requests: operation, signing key and region, and the input of sign-ins. */
const requestsOf = async (config: string, options: SessionOptions, answers: Readonly<Record<string, Answer>> = {}) => {
  settings ??= settingsOfTest();
  settings.write('config', config);
  const clock = new FakeClock();
  const book = new AnswerBook(defaultAnswers('123456789012', clock));
  for (const [name, answer] of Object.entries({ DescribeInstances: instancesOf(['i-1']), ...answers }))
    book.on(name, answer);
  const transport = new FakeTransport(book, clock);
  await describeInstance('i-1', { session: createSession({ region: 'eu-west-1', transport, clock, ...options }) });
  return transport.requests;
};

const signers = async (...parameters: Parameters<typeof requestsOf>): Promise<readonly unknown[]> =>
  (await requestsOf(...parameters)).map(({ operation, accessKeyId, region }) => [operation, accessKeyId, region]);

describe('a profile with a role', () => {
  it('assumes the role with the credentials of its source_profile, in its own region', async () => {
    const config = `${base}${deploy}source_profile = base\nregion = eu-north-1\nexternal_id = customer-42\nrole_session_name = nightly\nduration_seconds = 900\n`;
    const requests = await requestsOf(config, { profile: 'deploy' });
    expect(requests.map(({ operation, accessKeyId, region }) => [operation, accessKeyId, region])).toEqual([
      ['AssumeRole', 'BASEKEY', 'eu-north-1'],
      ['DescribeInstances', 'ASIAFAKEAWS000000001', 'eu-west-1'],
    ]);
    expect(requests[0]?.input).toEqual({
      RoleArn: roleArn,
      ExternalId: 'customer-42',
      RoleSessionName: 'nightly',
      DurationSeconds: 900,
    });
  });

  it('assumes the roles of a chain of profiles', async () => {
    const config = `${base}${deploy}source_profile = base\n[profile next]\nrole_arn = ${roleArn}2\nsource_profile = deploy\n`;
    expect(await signers(config, { profile: 'next' })).toEqual([
      ['AssumeRole', 'BASEKEY', 'eu-west-1'],
      ['AssumeRole', 'ASIAFAKEAWS000000001', 'eu-west-1'],
      ['DescribeInstances', 'ASIAFAKEAWS000000002', 'eu-west-1'],
    ]);
  });

  it('assumes the role with its own keys if it is its own source_profile', async () => {
    const config = `${deploy}source_profile = deploy\naws_access_key_id = OWNKEY\naws_secret_access_key = marker\n`;
    expect((await signers(config, { profile: 'deploy' }))[0]).toEqual(['AssumeRole', 'OWNKEY', 'eu-west-1']);
  });

  it('assumes the role with the keys in the environment if this is its credential_source', async () => {
    settings = settingsOfTest({ AWS_ACCESS_KEY_ID: 'ENVKEY', AWS_SECRET_ACCESS_KEY: 'marker' });
    const config = `${deploy}credential_source = Environment\n`;
    expect((await signers(config, { profile: 'deploy' }))[0]).toEqual(['AssumeRole', 'ENVKEY', 'eu-west-1']);
  });

  it.each([
    ['', 'profile deploy in', 'has a role_arn, but no source_profile, credential_source or web_identity_token_file.'],
    ['source_profile = bass\n', 'profile bass does not exist. The shared files contain: base, deploy.'],
    ['source_profile = deploy\n', 'the source_profile of profile deploy leads to itself: deploy → deploy.'],
    ['source_profile = base\ncredential_source = Environment\n', 'has a source_profile and a credential_source.'],
    ['credential_source = Ec2\n', 'must be Environment, EcsContainer, Ec2InstanceMetadata (got "Ec2").'],
    ['credential_source = Environment\n', 'returned no credentials: AWS_ACCESS_KEY_ID is not set.'],
    [
      'source_profile = base\nduration_seconds = 1h\n',
      'duration_seconds of profile deploy must be a number (got "1h").',
    ],
  ])('is an error with wrong settings: %j', async (text, ...words) => {
    const failure = requestsOf(`${base}${deploy}${text}`, { profile: 'deploy' });
    await expect(failure).rejects.toMatchObject({ name: 'CredentialsError', operation: 'describeInstance' });
    for (const each of words) await expect(failure).rejects.toThrow(each);
  });

  it('throws an AccessDeniedError if the role may not be assumed, and names the role for other errors', async () => {
    const config = `${base}${deploy}source_profile = base\n`;
    const message = `User: arn:aws:iam::123456789012:user/ann is not authorized to perform: sts:AssumeRole on resource: ${roleArn}`;
    await expect(
      requestsOf(config, { profile: 'deploy' }, { AssumeRole: awsError('AccessDenied', message, { status: 403 }) }),
    ).rejects.toMatchObject({ name: 'AccessDeniedError', action: 'sts:AssumeRole' });
    await expect(
      requestsOf(config, { profile: 'deploy' }, { AssumeRole: awsError('ExpiredToken', 'Expired', { status: 400 }) }),
    ).rejects.toThrow(`AssumeRole of ${roleArn} (profile deploy) failed (ExpiredToken): Expired.`);
  });
});

describe('a profile that requires an MFA code', () => {
  const serial = 'arn:aws:iam::123456789012:mfa/ann';
  const config = `${base}${deploy}source_profile = base\nmfa_serial = ${serial}\n`;

  it.each([
    ['a text', '123456'],
    ['a function', vi.fn(async () => '123456')],
  ])('sends the code of mfaCode: %s', async (_title, mfaCode) => {
    const requests = await requestsOf(config, { profile: 'deploy', mfaCode });
    expect(requests[0]?.input).toMatchObject({ SerialNumber: serial, TokenCode: '123456' });
    if (typeof mfaCode === 'function') expect(mfaCode).toHaveBeenCalledExactlyOnceWith(serial);
  });

  it('is an error without a code, with a wrong one, and with one that AWS rejects', async () => {
    await expect(requestsOf(config, { profile: 'deploy' })).rejects.toThrow(
      `describeInstance: profile deploy requires an MFA code of ${serial}. Pass it: createSession({ profile: 'deploy', mfaCode: '123456' })`,
    );
    await expect(requestsOf(config, { profile: 'deploy', mfaCode: () => '12' })).rejects.toThrow(
      'mfaCode must be 6 digits',
    );
    const invalid = awsError('AccessDenied', 'MultiFactorAuthentication failed with invalid MFA one time pass code.', {
      status: 403,
    });
    await expect(requestsOf(config, { profile: 'deploy', mfaCode: '123456' }, { AssumeRole: invalid })).rejects.toThrow(
      `AWS rejected the MFA code of ${serial}. A code is valid once and for 30 seconds: pass a new one.`,
    );
  });
});

describe('a profile of IAM Identity Center', () => {
  it.each([
    ['sso_session = corp\n', 'has no section [sso-session corp]. Run aws configure sso.'],
    ['sso_account_id = 1\nsso_region = eu-west-1\n', 'has no sso_start_url, no sso_role_name for IAM Identity Center.'],
    [
      'sso_session = corp\nsso_account_id = 1\nsso_role_name = a\n[sso-session corp]\nsso_region = eu-west-1\nsso_start_url = https://corp.awsapps.com/start\n',
      'IAM Identity Center (profile deploy) failed: ',
      'Run aws sso login --profile deploy.',
    ],
  ])('is an error with what to do: %j', async (text, ...words) => {
    const failure = requestsOf(`[profile deploy]\n${text}`, { profile: 'deploy' });
    await expect(failure).rejects.toMatchObject({ name: 'CredentialsError', operation: 'describeInstance' });
    for (const each of words) await expect(failure).rejects.toThrow(each);
  });
});

describe('a profile of aws login', () => {
  it('is an error with what to do if its sign-in is missing', async () => {
    const config = '[profile deploy]\nlogin_session = arn:aws:iam::123456789012:user/ann\n';
    await expect(requestsOf(config, { profile: 'deploy' })).rejects.toThrow(
      /the sign-in of aws login \(profile deploy\) failed: .+ Run aws login --profile deploy\./,
    );
  });
});
