import { describe, expect, it, vi } from 'vitest';

import { watchResources } from '../../__fixtures__/active-resources.js';
import { credentialsOf } from '../__fixtures__/credentials-of.js';
import { metadataServer } from '../__fixtures__/metadata-server.js';
import { type SettingsOfTest, settingsOfTest } from '../__fixtures__/settings-of-test.js';

const roleArn = 'arn:aws:iam::123456789012:role/pod';
const response =
  '<AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleWithWebIdentityResult><Credentials>' +
  '<AccessKeyId>PODKEY</AccessKeyId><SecretAccessKey>marker</SecretAccessKey><SessionToken>t</SessionToken>' +
  '<Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>';

const ofPod = (endpoint: string, config = ''): SettingsOfTest => {
  const settings = settingsOfTest(
    { AWS_ENDPOINT_URL: endpoint, AWS_ROLE_ARN: roleArn, AWS_REGION: 'eu-west-1' },
    config,
  );
  vi.stubEnv('AWS_WEB_IDENTITY_TOKEN_FILE', settings.write('token', 'token-of-pod\n'));
  return settings;
};

describe('the credentials of a web identity', () => {
  it('come from STS, with the token of the file', async () => {
    await using server = await metadataServer(() => [200, response]);
    using _settings = ofPod(server.url);
    expect(await credentialsOf()).toMatchObject({ accessKeyId: 'PODKEY', sessionToken: 't' });
    expect(server.requests).toHaveLength(1);
    await server.drained();
  });

  it('come from STS for a profile', async () => {
    await using server = await metadataServer(() => [200, response]);
    using settings = ofPod(server.url);
    const token = settings.write('other-token', 'token');
    vi.stubEnv('AWS_WEB_IDENTITY_TOKEN_FILE', undefined);
    settings.write('config', `[profile pod]\nrole_arn = ${roleArn}\nweb_identity_token_file = ${token}\n`);
    expect(await credentialsOf({ profile: 'pod' })).toMatchObject({ accessKeyId: 'PODKEY' });
  });

  it('are an error with the role if the file is missing', async () => {
    using _settings = ofPod('http://127.0.0.1:9');
    vi.stubEnv('AWS_WEB_IDENTITY_TOKEN_FILE', '/missing/token');
    await expect(credentialsOf()).rejects.toMatchObject({
      name: 'CredentialsError',
      message: expect.stringContaining(
        `AssumeRoleWithWebIdentity of ${roleArn} (AWS_WEB_IDENTITY_TOKEN_FILE) failed: ENOENT`,
      ) as string,
    });
  });

  it('are requested anew by the next call after STS has hung once, and nothing keeps the process alive', async () => {
    const leftOver = await watchResources();
    {
      await using server = await metadataServer((_request, count) => (count === 1 ? undefined : [200, response]));
      using _settings = ofPod(server.url);
      await expect(credentialsOf({}, 1_000)).rejects.toMatchObject({
        name: 'DeadlineError',
        phase: expect.stringContaining('getting credentials from AssumeRoleWithWebIdentity of arn') as string,
      });
      expect(await credentialsOf()).toMatchObject({ accessKeyId: 'PODKEY' });
      await server.drained();
    }
    expect(await leftOver()).toEqual([]);
  });
});
