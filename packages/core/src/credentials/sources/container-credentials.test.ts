import { describe, expect, it, vi } from 'vitest';

import { credentialsOf } from '../__fixtures__/credentials-of.js';
import { metadataServer } from '../__fixtures__/metadata-server.js';
import { settingsOfTest } from '../__fixtures__/settings-of-test.js';

const keys = JSON.stringify({
  AccessKeyId: 'CONTAINERKEY',
  SecretAccessKey: 'marker',
  Token: 'token',
  Expiration: '2099-01-01T00:00:00Z',
});

describe('the credentials of a container', () => {
  it('come from the URL in the environment, with the token of the file', async () => {
    await using server = await metadataServer(() => [200, keys]);
    using settings = settingsOfTest({ AWS_CONTAINER_CREDENTIALS_FULL_URI: `${server.url}/keys?id=1` });
    vi.stubEnv('AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE', settings.write('token', 'token-of-file\n'));
    vi.stubEnv('AWS_CONTAINER_AUTHORIZATION_TOKEN', 'token-of-variable');
    expect(await credentialsOf()).toEqual({
      accessKeyId: 'CONTAINERKEY',
      secretAccessKey: 'marker',
      sessionToken: 'token',
      expiration: new Date('2099-01-01T00:00:00Z'),
    });
    expect(server.requests.map(({ url, headers }) => [url, headers.authorization])).toEqual([
      ['/keys?id=1', 'token-of-file'],
    ]);
  });

  it('are requested again after a server error, but not after a rejection', async () => {
    await using server = await metadataServer((_request, count) => [count === 1 ? 500 : 400, 'marker']);
    using _settings = settingsOfTest({ AWS_CONTAINER_CREDENTIALS_FULL_URI: server.url });
    const failure = credentialsOf();
    await expect(failure).rejects.toMatchObject({
      name: 'CredentialsError',
      message: expect.stringContaining(
        `the container credentials of ${server.url} failed: HTTP status 400. Before it: the environment`,
      ) as string,
    });
    await expect(failure).rejects.not.toThrow('marker');
    expect(server.requests).toHaveLength(2);
  });

  it.each([
    ['http://vault.example.com/keys', 'must be a URL with https, or with http and the address of ECS'],
    ['169.254.170.2', 'must be a URL with https'],
  ])('are not requested from %s', async (url, words) => {
    using _settings = settingsOfTest({ AWS_CONTAINER_CREDENTIALS_FULL_URI: url });
    await expect(credentialsOf()).rejects.toThrow(words);
  });

  it.each([
    ['not JSON', 'the response is not JSON.'],
    ['{}', 'returned no accessKeyId.'],
    ['{"AccessKeyId":"A","SecretAccessKey":"marker","Expiration":"soon"}', 'is not a valid Date.'],
  ])('are checked: %s', async (text, words) => {
    await using server = await metadataServer(() => [200, text]);
    using _settings = settingsOfTest({ AWS_CONTAINER_CREDENTIALS_FULL_URI: server.url });
    await expect(credentialsOf()).rejects.toThrow(words);
  });

  it('of a server that hangs once are requested anew by the next call, and the socket is closed', async () => {
    await using server = await metadataServer((_request, count) => (count === 1 ? undefined : [200, keys]));
    using _settings = settingsOfTest({ AWS_CONTAINER_CREDENTIALS_FULL_URI: server.url });
    await expect(credentialsOf({}, 500)).rejects.toMatchObject({
      name: 'DeadlineError',
      phase: expect.stringContaining('getting credentials from the container credentials of http') as string,
    });
    expect(await credentialsOf()).toMatchObject({ accessKeyId: 'CONTAINERKEY' });
    await server.drained();
  });

  it('of a server that always hangs fail after three attempts, and the sockets are closed', async () => {
    await using server = await metadataServer(() => undefined);
    using _settings = settingsOfTest({ AWS_CONTAINER_CREDENTIALS_FULL_URI: server.url });
    await expect(credentialsOf()).rejects.toThrow(`${server.url} failed: no response within 2000 ms.`);
    expect(server.requests).toHaveLength(3);
    await server.drained();
  });
});
