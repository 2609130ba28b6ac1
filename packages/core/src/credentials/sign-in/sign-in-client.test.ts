import type { IncomingHttpHeaders } from 'node:http';

import {
  CreateOAuth2TokenCommand as SdkCreateOAuth2Token,
  SigninClient as SdkSignin,
} from '@aws-sdk/nested-clients/signin';
import { GetRoleCredentialsCommand as SdkGetRoleCredentials, SSOClient as SdkSso } from '@aws-sdk/nested-clients/sso';
import { CreateTokenCommand as SdkCreateToken, SSOOIDCClient as SdkSsoOidc } from '@aws-sdk/nested-clients/sso-oidc';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { type RecordingAnswer, recordingServer, type RecordingServer } from '../__fixtures__/recording-server.js';
import { CreateOAuth2TokenCommand, SigninClient } from '../../sdk/signin.js';
import { GetRoleCredentialsCommand, SSOClient } from '../../sdk/sso.js';
import { CreateTokenCommand, SSOOIDCClient } from '../../sdk/sso-oidc.js';

let answers: readonly RecordingAnswer[];
let server: RecordingServer;

beforeEach(async () => {
  for (const name of Object.keys(process.env).filter((each) => each.startsWith('AWS_'))) vi.stubEnv(name, undefined);
  vi.stubEnv('AWS_CONFIG_FILE', '/nonexistent');
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/nonexistent');
  server = await recordingServer((count) => answers[Math.min(count, answers.length) - 1] ?? { status: 500, body: '' });
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await server[Symbol.asyncDispose]();
});

interface Client {
  send(command: never): Promise<object>;
  destroy(): void;
}

/** Sends one command to the server; returns what arrived there, and the output or the error. */
const exchange = async (client: Client, command: object): Promise<object> => {
  server.requests.length = 0;
  const result = await client.send(command as never).then(
    (output) => ({ output: withoutMetadata(output) }),
    (error: Error) => ({ error: { ...withoutMetadata(error), name: error.name, message: error.message } }),
  );
  client.destroy();
  const sent = server.requests.map(({ headers, body, ...request }) => ({
    ...request,
    headers: comparable(headers),
    body: body === '' ? '' : (JSON.parse(body) as unknown),
  }));
  return { sent, ...result };
};

const withoutMetadata = (value: object): object =>
  JSON.parse(JSON.stringify({ ...value, $metadata: undefined })) as object;

/** The headers, without those that differ from request to request. */
const comparable = (headers: IncomingHttpHeaders): object =>
  Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => name !== 'amz-sdk-invocation-id')
      .map(([name, value]) => [name, name.endsWith('user-agent') ? String(value).split('/')[0] : value]),
  );

const settings = () => ({ region: 'eu-west-1', endpoint: server.url, maxAttempts: 2 });
const role = { accountId: '123456789012', roleName: 'Read Only/é', accessToken: 'token' };
const token = { clientId: 'id', clientSecret: 'secret', refreshToken: 'refresh', grantType: 'refresh_token' };
const login = { tokenInput: { clientId: 'id', refreshToken: 'refresh', grantType: 'refresh_token' } };

const commands = {
  GetRoleCredentials: [
    () => exchange(new SSOClient(settings()), new GetRoleCredentialsCommand(role)),
    () => exchange(new SdkSso(settings()), new SdkGetRoleCredentials(role)),
    '{"roleCredentials":{"accessKeyId":"AKIA","secretAccessKey":"s","sessionToken":"t","expiration":1796000000000}}',
  ],
  CreateToken: [
    () => exchange(new SSOOIDCClient(settings()), new CreateTokenCommand(token)),
    () => exchange(new SdkSsoOidc(settings()), new SdkCreateToken(token)),
    '{"accessToken":"a","expiresIn":3600,"refreshToken":"r","tokenType":"Bearer"}',
  ],
  CreateOAuth2Token: [
    () => exchange(new SigninClient(settings()), new CreateOAuth2TokenCommand(login)),
    () => exchange(new SdkSignin(settings()), new SdkCreateOAuth2Token(login)),
    '{"accessToken":{"accessKeyId":"AKIA","secretAccessKey":"s","sessionToken":"t"},"tokenType":"aws_sigv4","expiresIn":900,"refreshToken":"r"}',
  ],
} as const;

describe('a client of a sign-in service', () => {
  for (const [name, [ours, sdks, output]] of Object.entries(commands)) {
    it(`sends the same ${name} as the SDK's client, and returns the same`, async () => {
      answers = [{ status: 200, headers: { 'x-amzn-requestid': 'r-1' }, body: output }];
      expect(await ours()).toEqual(await sdks());
      expect(server.requests).toHaveLength(1);
    });

    it(`throws the errors of ${name} as the SDK's client does`, async () => {
      answers = [
        {
          status: 401,
          headers: { 'x-amzn-errortype': 'UnauthorizedException:' },
          body: '{"message":"Session expired."}',
        },
      ];
      expect(await ours()).toMatchObject({ error: { name: 'UnauthorizedException', message: 'Session expired.' } });
      expect(await ours()).toMatchObject({ sent: ((await sdks()) as { sent: unknown }).sent });
      answers = [
        {
          status: 400,
          body: '{"__type":"com.amazonaws.x#AccessDeniedException","error":"TOKEN_EXPIRED","message":"Gone."}',
        },
      ];
      expect(await ours()).toMatchObject({
        error: { name: 'AccessDeniedException', error: 'TOKEN_EXPIRED', message: 'Gone.' },
      });
    });

    it(`repeats ${name} after a failure of the service, as the SDK's client does`, async () => {
      answers = [
        { status: 503, body: '' },
        { status: 200, body: output },
      ];
      const first = await ours();
      expect(server.requests).toHaveLength(2);
      expect(first).toEqual(await sdks());
    });

    it(`does not quote a page of a proxy that answers ${name}`, async () => {
      answers = [{ status: 407, body: '<html>Sign in as tom:secret</html>' }];
      expect(await ours()).toMatchObject({
        error: { name: 'UnexpectedResponse', message: 'HTTP 407 without an error of AWS' },
      });
    });
  }

  it('takes its endpoint from the environment, as the SDK does', async () => {
    answers = [{ status: 200, body: commands.GetRoleCredentials[2] }];
    vi.stubEnv('AWS_ENDPOINT_URL_SSO', `${server.url}/base`);
    await exchange(new SSOClient({ region: 'eu-west-1' }), new GetRoleCredentialsCommand(role));
    expect(server.requests.map(({ url }) => url?.split('?')[0])).toEqual(['/base/federation/credentials']);
  });

  it('retries in the standard mode, whatever the environment says', async () => {
    vi.stubEnv('AWS_RETRY_MODE', 'adaptive');
    const { retryStrategy } = new SSOClient(settings()).config as unknown as { retryStrategy: () => Promise<object> };
    expect(await retryStrategy()).toMatchObject({ mode: 'standard' });
  });
});
