import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { sendToEc2 } from '../__fixtures__/send-to-ec2.js';
import { sendToSqs } from '../__fixtures__/send-to-sqs.js';
import { rawRequest, type RawResponse } from '../__fixtures__/raw-request.js';
import type { LocalAws } from '../local-aws.js';
import { startLocalAws } from '../start-local-aws.js';
import { signRequest } from './sign-request.js';

let aws: LocalAws;

beforeAll(async () => {
  aws = await startLocalAws();
});

afterAll(() => aws.stop());

/** One service of each server, and a valid request to it. */
const servers = {
  EC2: { service: 'ec2', path: '/', body: 'Action=DescribeKeyPairs&Version=2016-11-15' },
  SQS: { service: 'sqs', path: '/', body: 'Action=ListQueues&Version=2012-11-05' },
  REDSHIFT_SERVERLESS: { service: 'redshift-serverless', path: '/', body: '{}' },
} as const;
type Server = keyof typeof servers;
const names = Object.keys(servers) as Server[];

const typeOf = (server: Server): Record<string, string> =>
  server === 'REDSHIFT_SERVERLESS'
    ? { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'RedshiftServerless.ListWorkgroups' }
    : { 'content-type': 'application/x-www-form-urlencoded' };

const urlOf = (server: Server, path: string = servers[server].path): string => `${aws.endpoints[server]}${path}`;

/** Sends a valid, signed request with additional headers, which may contain another host. */
const send = (server: Server, more: Record<string, string> = {}): Promise<RawResponse> => {
  const { service, body } = servers[server];
  const { host } = new URL(urlOf(server));
  const url = urlOf(server).replace(host, more['host'] ?? host);
  const headers = { ...signRequest({ method: 'POST', url, headers: typeOf(server), body, service }, aws.credentials) };
  return rawRequest(urlOf(server), { method: 'POST', headers: { ...headers, ...more }, body });
};

const corsHeaders = ({ headers }: RawResponse): string[] =>
  Object.keys(headers).filter((name) => name.startsWith('access-control-'));

it('covers all servers of a local AWS', () => {
  expect(new Set(names.map((name) => aws.endpoints[name]))).toEqual(new Set(Object.values(aws.endpoints)));
});

describe.each(names)('the server of %s', (server) => {
  it('accepts signed requests with its own host names and returns no CORS headers', async () => {
    const { port } = new URL(urlOf(server));
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `a.b.localhost:${port}`]) {
      const response = await send(server, { host });
      expect([host, response.status, corsHeaders(response)]).toEqual([host, 200, []]);
    }
  });

  it('rejects other hosts, because the DNS of a web page may resolve them to 127.0.0.1', async () => {
    const { port } = new URL(urlOf(server));
    const others = [`example.com:${port}`, `127.0.0.1.example.com:${port}`, `localhost.example.com:${port}`];
    for (const host of [...others, '127.0.0.1', 'localhost', `127.0.0.1:1${port}`.slice(0, 14), `xlocalhost:${port}`]) {
      expect([host, (await send(server, { host })).status]).toEqual([host, 403]);
    }
  });

  it('rejects pages of other origins, even with a valid signature', async () => {
    const own = new URL(urlOf(server)).origin;
    const foreign = [
      { origin: 'https://example.com' },
      { origin: 'null' },
      { origin: 'http://127.0.0.1:3000' },
      { origin: own.replace('127.0.0.1', 'localhost') },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: own, 'sec-fetch-site': 'cross-site' },
    ];
    for (const headers of foreign) {
      const response = await send(server, headers);
      expect([headers, response.status, corsHeaders(response)]).toEqual([headers, 403, []]);
    }
    for (const headers of [{ 'sec-fetch-site': 'none' }, { origin: own, 'sec-fetch-site': 'same-origin' }]) {
      expect([headers, (await send(server, headers)).status]).toEqual([headers, 200]);
    }
  });

  it('rejects preflights', async () => {
    const preflight = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'x-amz-target' };
    const headers = { origin: 'https://example.com', ...preflight };
    for (const path of ['/', '/2015-03-31/functions', '/Execute', '/a-bucket/key']) {
      const response = await rawRequest(urlOf(server, path), { method: 'OPTIONS', headers });
      expect([path, response.status, corsHeaders(response)]).toEqual([path, 403, []]);
    }
  });

  it('rejects unsigned requests that a page can send without a preflight, and keeps working', async () => {
    const paths = [
      '/',
      '/2015-03-31/functions',
      '/2015-03-31/functions/f/invocations',
      '/Execute',
      '/_ministack/reset',
    ];
    const bodies: Record<string, string> = {
      'text/plain;charset=UTF-8': '{"FunctionName":"f","Runtime":"nodejs24.x"}',
      'application/x-www-form-urlencoded': servers.EC2.body,
      'multipart/form-data; boundary=b': '--b\r\nContent-Disposition: form-data; name="key"\r\n\r\nk\r\n--b--\r\n',
    };
    for (const path of [...paths, '/moto-api/reset', '/_ministack/config', '/_arch/credentials/123456789012']) {
      for (const [type, body] of Object.entries(bodies)) {
        const headers = { 'content-type': type, 'content-length': String(Buffer.byteLength(body)) };
        const { status } = await rawRequest(urlOf(server, path), { method: 'POST', headers, body });
        expect([path, type, status]).toEqual([path, type, 403]);
      }
      expect([path, (await rawRequest(urlOf(server, path))).status]).toEqual([path, 403]);
      expect([path, (await rawRequest(urlOf(server, path), { method: 'HEAD' })).status]).toEqual([path, 403]);
    }
    expect((await send(server)).status).toBe(200);
  });

  it('rejects an upgrade to a WebSocket', async () => {
    const headers = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
    };
    const { status } = await rawRequest(urlOf(server), { headers });
    expect(status).toBe(403);
  });

  it('rejects a large unsigned body with a response that the client can read', async () => {
    const body = 'x'.repeat(4 * 1024 * 1024);
    const { status } = await rawRequest(urlOf(server, '/b/k'), { method: 'PUT', body });
    expect(status).toBe(403);
  });
});

it('has no effect of rejected requests', async () => {
  await sendToEc2(aws, 'CreateKeyPair', { KeyName: 'kept' });
  await sendToSqs(aws, 'CreateQueue', { QueueName: 'kept' });
  for (const path of ['/_ministack/reset', '/moto-api/reset']) {
    await rawRequest(urlOf('EC2', path), { method: 'POST' });
    await rawRequest(urlOf('SQS', path), { method: 'POST' });
    // With this host name, MiniStack checks the path first.
    const { port } = new URL(urlOf('SQS'));
    const host = `abcdef12.execute-api.localhost:${port}`;
    await rawRequest(urlOf('SQS', path), { method: 'POST', headers: { host, 'content-length': '0' } });
  }
  const headers = { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'AmazonSQS.CreateQueue' };
  for (const path of ['/_aws/execute-api/a', '/_aws/execute-api//x', '/_aws/lambda-url/', '/restapis/a/b']) {
    const { status } = await rawRequest(urlOf('SQS', path), { method: 'POST', headers, body: '{"QueueName":"made"}' });
    expect([path, status]).toEqual([path, 403]);
  }
  const { status } = await rawRequest(urlOf('SQS', '/_aws/execute-api/a/b'), {
    method: 'POST',
    headers,
    body: '{"QueueName":"made"}',
  });
  expect(status).toBe(404);
  expect(await sendToEc2(aws, 'DescribeKeyPairs')).toContain('kept');
  expect(await sendToSqs(aws, 'ListQueues')).toMatchObject({ QueueUrls: [expect.stringMatching(/\/kept$/)] });
});
