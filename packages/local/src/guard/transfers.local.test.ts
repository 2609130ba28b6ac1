import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { rawRequest } from '../__fixtures__/raw-request.js';
import type { LocalAws } from '../local-aws.js';
import { startLocalAws } from '../start-local-aws.js';
import { signRequest } from './sign-request.js';

let aws: LocalAws;

beforeAll(async () => {
  aws = await startLocalAws();
  const url = `${aws.endpoints['S3']}/transfers`;
  await rawRequest(url, {
    method: 'PUT',
    headers: signRequest({ method: 'PUT', url, service: 's3' }, aws.credentials),
  });
});

afterAll(() => aws.stop());

const sizeBytes = 48 * 1024 * 1024;
const piece = Buffer.alloc(1024 * 1024, 'x');

const objectUrl = (key: string): string => `${aws.endpoints['S3']}/transfers/${key}`;
const headersFor = (method: string, url: string): Record<string, string> =>
  signRequest({ method, url, service: 's3', payloadHash: 'UNSIGNED-PAYLOAD' }, aws.credentials);

function* pieces(): Generator<Buffer> {
  for (let sent = 0; sent < sizeBytes; sent += piece.length) yield piece;
}

describe('an upload', () => {
  it('can be large and is downloaded unchanged', async () => {
    const url = objectUrl('large');
    const headers = { ...headersFor('PUT', url), 'content-length': String(sizeBytes) };
    expect((await rawRequest(url, { method: 'PUT', headers, body: pieces() })).status).toBe(200);
    const { status, body } = await rawRequest(url, { headers: headersFor('GET', url) });
    expect([status, body.length]).toEqual([200, sizeBytes]);
  });

  it.each([true, false])('that waits for 100 Continue gets its response; signed: %s', async (isSigned) => {
    const url = objectUrl('expected');
    const headers = { ...(isSigned && headersFor('PUT', url)), expect: '100-continue', 'content-length': '5' };
    const sent = request(url, { method: 'PUT', headers, agent: false });
    sent.flushHeaders();
    sent.on('continue', () => sent.end('hello'));
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    sent.destroy();
    expect(response.statusCode).toBe(isSigned ? 200 : 403);
  });

  it('that is aborted stores nothing, and the server still works', async () => {
    const url = objectUrl('broken');
    const headers = { ...headersFor('PUT', url), 'content-length': String(sizeBytes) };
    const sent = request(url, { method: 'PUT', headers, agent: false });
    sent.on('error', () => {});
    sent.write(piece, () => sent.destroy());
    await new Promise((resolve) => sent.on('close', resolve));
    expect((await rawRequest(url, { method: 'HEAD', headers: headersFor('HEAD', url) })).status).toBe(404);
  });
});

it.each(['S3', 'RDS_DATA'])(
  'the server of %s keeps connections open, also after a rejected request',
  async (server) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const url = `${aws.endpoints[server]}/transfers/none`;
    const reused: boolean[] = [];
    for (const signed of [true, false, true, false, true]) {
      const headers = signed ? headersFor('PUT', url) : {};
      const body = signed ? 'x' : 'y'.repeat(100_000);
      const response = await rawRequest(url, { method: 'PUT', headers, body, agent });
      expect(response.status === 403).toBe(!signed);
      reused.push(response.reusedSocket);
    }
    agent.destroy();
    expect(reused).toEqual([false, true, true, true, true]);
  },
);
