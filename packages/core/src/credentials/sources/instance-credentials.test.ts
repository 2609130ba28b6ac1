import { describe, expect, it } from 'vitest';

import { credentialsOf } from '../__fixtures__/credentials-of.js';
import { type MetadataAnswer, metadataServer, type MetadataServer } from '../__fixtures__/metadata-server.js';
import { settingsOfTest } from '../__fixtures__/settings-of-test.js';

const keys = {
  Code: 'Success',
  AccessKeyId: 'INSTANCEKEY',
  SecretAccessKey: 'marker',
  Token: 'token',
  Expiration: '2099-01-01T00:00:00Z',
};

/** An instance metadata service with the role `web`. */
const metadata = (
  token: MetadataAnswer = [200, 'imds-token'],
  role: MetadataAnswer = [200, 'web\n'],
  found: object = keys,
): Promise<MetadataServer> =>
  metadataServer(({ method, url }) =>
    method === 'PUT' ? token : url?.endsWith('/') ? role : [200, JSON.stringify(found)],
  );

const enabled = (server: MetadataServer, further: Readonly<Record<string, string>> = {}, config = '') =>
  settingsOfTest(
    { AWS_EC2_METADATA_DISABLED: 'false', AWS_EC2_METADATA_SERVICE_ENDPOINT: server.url, ...further },
    config,
  );

describe('the credentials of an instance', () => {
  it('come from the metadata service with a token', async () => {
    await using server = await metadata();
    using _settings = enabled(server);
    expect(await credentialsOf()).toMatchObject({ accessKeyId: 'INSTANCEKEY', sessionToken: 'token' });
    expect(
      server.requests.map(({ method, url, headers }) => [method, url, headers['x-aws-ec2-metadata-token']]),
    ).toEqual([
      ['PUT', '/latest/api/token', undefined],
      ['GET', '/latest/meta-data/iam/security-credentials/', 'imds-token'],
      ['GET', '/latest/meta-data/iam/security-credentials/web', 'imds-token'],
    ]);
    await server.drained();
  });

  it('use the endpoint of the profile', async () => {
    await using server = await metadata();
    using _settings = settingsOfTest(
      { AWS_EC2_METADATA_DISABLED: 'false' },
      `[profile ec2]\nregion = eu-west-1\nec2_metadata_service_endpoint = ${server.url}\n`,
    );
    expect(await credentialsOf({ profile: 'ec2' })).toMatchObject({ accessKeyId: 'INSTANCEKEY' });
  });

  it('come without a token where the service has none, unless this is disabled', async () => {
    await using server = await metadata([404, '']);
    using _settings = enabled(server);
    expect(await credentialsOf()).toMatchObject({ accessKeyId: 'INSTANCEKEY' });
    using _disabled = enabled(server, { AWS_EC2_METADATA_V1_DISABLED: 'true' });
    await expect(credentialsOf()).rejects.toThrow('IMDSv1 is disabled by AWS_EC2_METADATA_V1_DISABLED');
    using _inProfile = enabled(server, {}, '[default]\nec2_metadata_v1_disabled = true\n');
    await expect(credentialsOf()).rejects.toThrow('or ec2_metadata_v1_disabled');
  });

  it.each([
    [[200, 'imds-token'], [404, ''], keys, ': the instance has no IAM role)'],
    [[500, ''], [200, 'web'], keys, ': HTTP status 500 for a token)'],
    [[200, 'imds-token'], [200, 'web'], { Code: 'AssumeRoleUnauthorizedAccess' }, 'AssumeRoleUnauthorizedAccess)'],
  ] as const)('are an error that says why there are none: %o %o %o', async (token, role, found, words) => {
    await using server = await metadata(token, role, found);
    using _settings = enabled(server);
    await expect(credentialsOf()).rejects.toThrow(`instance metadata (${new URL(server.url).host}: `);
    await expect(credentialsOf()).rejects.toThrow(words);
  });

  it.each([
    [{ AWS_EC2_METADATA_SERVICE_ENDPOINT: '169.254.169.254' }, 'must be a URL such as http://169.254.169.254.'],
    [{ AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE: 'IPv5' }, 'must be IPv4 or IPv6.'],
  ])('are not requested with wrong settings: %o', async (variables, words) => {
    using _settings = settingsOfTest({ AWS_EC2_METADATA_DISABLED: 'false', ...variables } as never);
    await expect(credentialsOf()).rejects.toThrow(words);
  });

  it('that have expired are used for five minutes more, as AWS recommends', async () => {
    await using server = await metadata([200, 't'], [200, 'web'], { ...keys, Expiration: '2020-01-01T00:00:00Z' });
    using _settings = enabled(server);
    const { expiration } = await credentialsOf();
    expect(expiration?.getTime()).toBeGreaterThan(Date.now());
  });

  it('of a service that hangs fail soon, and the sockets are closed', async () => {
    await using server = await metadataServer(() => undefined);
    using _settings = enabled(server);
    await expect(credentialsOf()).rejects.toThrow(': no response within 1000 ms).');
    await server.drained();
  });
});
