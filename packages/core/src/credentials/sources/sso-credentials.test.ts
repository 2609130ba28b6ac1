import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it, vi } from 'vitest';

import { credentialsOf } from '../__fixtures__/credentials-of.js';
import { metadataServer } from '../__fixtures__/metadata-server.js';
import { type SettingsOfTest, settingsOfTest } from '../__fixtures__/settings-of-test.js';

const startUrl = 'https://corp.awsapps.com/start';
const roleCredentials = JSON.stringify({
  roleCredentials: {
    accessKeyId: 'SSOKEY',
    secretAccessKey: 'marker',
    sessionToken: 'token',
    expiration: Date.UTC(2099, 0, 1),
  },
});

/** Settings of a profile that has signed in. `name` is the sso_session or the start URL, whose hash names the file of the token. */
const signedIn = (
  endpoint: string,
  name: string,
  profile: string,
  expiresAt = '2099-01-01T00:00:00Z',
): SettingsOfTest => {
  const settings = settingsOfTest({ AWS_ENDPOINT_URL: endpoint }, `[profile corp]\nregion = eu-west-1\n${profile}`);
  mkdirSync(join(settings.folder, '.aws', 'sso', 'cache'), { recursive: true });
  const file = `.aws/sso/cache/${createHash('sha1').update(name).digest('hex')}.json`;
  settings.write(file, JSON.stringify({ accessToken: 'marker-token', expiresAt, startUrl, region: 'eu-west-1' }));
  return settings;
};

const account = 'sso_account_id = 123456789012\nsso_role_name = dev\n';
const session = `sso_session = corp\n${account}[sso-session corp]\nsso_region = eu-west-1\nsso_start_url = ${startUrl}\n`;
const legacy = `${account}sso_region = eu-west-1\nsso_start_url = ${startUrl}\n`;

describe('the credentials of IAM Identity Center', () => {
  it.each([
    ['an sso_session', 'corp', session],
    ['a start URL', startUrl, legacy],
  ])('are requested with the token of aws sso login: %s', async (_title, name, profile) => {
    await using server = await metadataServer(() => [200, roleCredentials]);
    using _settings = signedIn(server.url, name, profile);
    expect(await credentialsOf({ profile: 'corp' })).toMatchObject({ accessKeyId: 'SSOKEY', sessionToken: 'token' });
    expect(server.requests.map(({ url }) => url)).toEqual([
      '/federation/credentials?account_id=123456789012&role_name=dev',
    ]);
    await server.drained();
  });

  it('are an error with what to do if the token has expired', async () => {
    await using server = await metadataServer(() => [200, roleCredentials]);
    using _settings = signedIn(server.url, startUrl, legacy, '2020-01-01T00:00:00Z');
    const failure = credentialsOf({ profile: 'corp' });
    await expect(failure).rejects.toMatchObject({ name: 'CredentialsError', operation: 'describeInstance' });
    await expect(failure).rejects.toThrow('has expired');
    await expect(failure).rejects.toThrow('Run aws sso login --profile corp.');
    await expect(failure).rejects.not.toThrow('marker');
  });

  it('are requested anew by the next call after the service has hung once, and the socket is closed', async () => {
    await using server = await metadataServer((_request, count) => (count === 1 ? undefined : [200, roleCredentials]));
    using _settings = signedIn(server.url, 'corp', session);
    await expect(credentialsOf({ profile: 'corp' }, 1_000)).rejects.toMatchObject({ name: 'DeadlineError' });
    expect(await credentialsOf({ profile: 'corp' })).toMatchObject({ accessKeyId: 'SSOKEY' });
    await server.drained();
  });
});

describe('the credentials of aws login', () => {
  it('are read from the file that it has written', async () => {
    const login = 'arn:aws:iam::123456789012:user/ann';
    using settings = settingsOfTest({}, `[profile ann]\nlogin_session = ${login}\n`);
    vi.stubEnv('AWS_LOGIN_CACHE_DIRECTORY', settings.folder);
    const accessToken = {
      accessKeyId: 'LOGINKEY',
      secretAccessKey: 'marker',
      sessionToken: 'token',
      accountId: '123456789012',
      expiresAt: '2099-01-01T00:00:00Z',
    };
    settings.write(
      `${createHash('sha256').update(login).digest('hex')}.json`,
      JSON.stringify({ accessToken, clientId: 'c', refreshToken: 'r', dpopKey: 'd' }),
    );
    expect(await credentialsOf({ profile: 'ann' })).toMatchObject({
      accessKeyId: 'LOGINKEY',
      accountId: '123456789012',
    });
  });
});
