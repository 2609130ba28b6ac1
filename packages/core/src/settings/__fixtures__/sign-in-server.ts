// A server that stands for EC2, STS, the sign-in services, and the services that issue credentials on this machine and in containers.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { describeInstance } from '../../__fixtures__/instances.js';
import { createSession } from '../../session/create-session.js';
import type { SessionOptions } from '../../session/session.js';
import { type Scene, within } from './sent-requests.js';

const expiration = '2099-01-01T00:00:00Z';
const keysOf = (AccessKeyId: string): string =>
  JSON.stringify({
    Code: 'Success',
    AccessKeyId,
    SecretAccessKey: 'not-a-secret',
    Token: 'token',
    Expiration: expiration,
  });
const stsKeys = (action: string): string =>
  `<${action}Response><${action}Result><Credentials><AccessKeyId>AKID${action.toUpperCase()}</AccessKeyId>` +
  '<SecretAccessKey>not-a-secret</SecretAccessKey><SessionToken>token</SessionToken>' +
  `<Expiration>${expiration}</Expiration></Credentials></${action}Result></${action}Response>`;
const found =
  '<DescribeInstancesResponse><reservationSet><item><instancesSet><item><instanceId>i-1</instanceId><instanceState>' +
  '<name>running</name></instanceState></item></instancesSet></item></reservationSet></DescribeInstancesResponse>';

/** What a call signed with, and the requests before it. */
export interface SignedIn {
  readonly accessKeyId: string | undefined;
  readonly error: string | undefined;
  /** Method and path of each request to the server. */
  readonly requests: readonly string[];
  /** Headers and bodies of the requests. */
  readonly text: string;
}

const answerTo = (path: string, body: string): string => {
  const action = /Action=(\w+)/.exec(body)?.[1];
  if (action) return action === 'DescribeInstances' ? found : stsKeys(action);
  if (path === '/latest/api/token') return 'metadata-token';
  if (path === '/latest/meta-data/iam/security-credentials/') return 'instance-role';
  if (path.startsWith('/latest/meta-data/iam/')) return keysOf('AKIDINSTANCE');
  if (path === '/latest/meta-data/placement/region') return 'ap-south-1';
  if (path.startsWith('/federation/credentials'))
    return JSON.stringify({
      roleCredentials: {
        accessKeyId: 'AKIDSSO',
        secretAccessKey: 'not-a-secret',
        sessionToken: 'token',
        expiration: 4_070_908_800_000,
      },
    });
  return keysOf('AKIDCONTAINER');
};

/** Calls with the default credentials of a scene. `%server%` in its texts is the URL of the server, which is the endpoint of all services. */
export const signIn = async (
  { environment = {}, files = {} }: Pick<Scene, 'environment' | 'files'>,
  options: SessionOptions = {},
): Promise<SignedIn> => {
  const requests: string[] = [];
  const texts: string[] = [];
  let accessKeyId: string | undefined;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString();
      requests.push(`${request.method} ${request.url}`);
      texts.push(JSON.stringify(request.headers), body);
      if (body.includes('DescribeInstances'))
        accessKeyId = /Credential=(\w+)/.exec(request.headers.authorization ?? '')?.[1];
      response.end(answerTo(request.url ?? '', body));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const filled = (texts_: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(Object.entries(texts_).map(([name, text]) => [name, text.replaceAll('%server%', url)]));
  try {
    return await within(
      { environment: filled({ AWS_REGION: 'eu-west-1', AWS_ENDPOINT_URL: url, ...environment }), files: filled(files) },
      async () => {
        await using session = createSession({ maxAttempts: 1, ...options });
        const error = await describeInstance('i-1', { session }).then(
          () => undefined,
          (thrown: Error) => `${thrown.name}: ${thrown.message}`,
        );
        return { accessKeyId, error, requests, text: texts.join('\n') };
      },
    );
  } finally {
    server.closeAllConnections();
    server.close();
  }
};
