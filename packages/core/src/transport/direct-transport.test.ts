import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { getEventListeners } from 'node:events';
import http, { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { networkInterfaces } from 'node:os';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

import { NodeHttpHandler } from '@smithy/node-http-handler';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import { rawServer, type RawScript } from '../testing/raw-server.js';
import { refusingPort } from '../testing/refusing-port.js';
import { type EchoServer, echoServer, type Received } from './__fixtures__/echo-server.js';
import { tlsServer } from './__fixtures__/tunnel.js';
import { directTransport } from './direct-transport.js';
import type { SocketPools } from './socket-pools.js';
import type { Transport, TransportRequest } from './transport.js';

let server: EchoServer;
beforeAll(async () => void (server = await echoServer()));
afterAll(() => server[Symbol.asyncDispose]());

let pools: SocketPools;
let handler: NodeHttpHandler;
let handle: ReturnType<typeof vi.fn<Transport['handle']>>;
let direct: Transport;

const ordinary = (): Transport => handler as unknown as Transport;

beforeEach(() => {
  server.taken();
  const agents = { httpAgent: new HttpAgent({ keepAlive: true }), httpsAgent: new HttpsAgent({ keepAlive: true }) };
  pools = { http: () => agents.httpAgent, https: () => agents.httpsAgent, destroy: () => agents.httpAgent.destroy() };
  handler = new NodeHttpHandler(agents);
  handle = vi.fn(ordinary().handle.bind(handler));
  direct = directTransport({ handle, destroy: () => handler.destroy() }, pools);
});
afterEach(() => {
  vi.restoreAllMocks();
  direct.destroy();
});

const requestTo = (parts: Partial<TransportRequest> = {}): TransportRequest => {
  const { hostname = '127.0.0.1', port = server.port } = parts;
  const headers = { host: `${hostname}:${port}`, 'x-amz-date': '20260101T000000Z', ...parts.headers };
  return { method: 'GET', protocol: 'http:', path: '/', ...parts, hostname, port, headers };
};

/** Sends a request, and returns what the server has received and sent. */
const exchange = async (transport: Transport, request: TransportRequest, to = server): Promise<object> => {
  const { response } = await transport.handle(request);
  const { statusCode, headers, body } = response;
  return { statusCode, headers, body: await buffer(body as Readable), received: to.taken() };
};

const utf8 = Buffer.from('café €').toString('latin1');
const bytes = Buffer.from('<<bytes>>').subarray(2, 7);
const withLength = (
  parts: { readonly method: string; readonly body: string | Uint8Array },
  headers: Readonly<Record<string, string>> = {},
): Partial<TransportRequest> => ({
  ...parts,
  headers: { ...headers, 'content-length': String(Buffer.byteLength(parts.body)) },
});

describe('a request whose body is in memory', () => {
  it.each<[string, Partial<TransportRequest>, Partial<Received>]>([
    ['GET', {}, { start: 'GET / HTTP/1.1', body: Buffer.alloc(0) }],
    ['POST of text', withLength({ method: 'POST', body: 'café €' }), { body: Buffer.from('café €') }],
    ['PUT of bytes', withLength({ method: 'PUT', body: new Uint8Array(bytes) }), { body: bytes }],
    ['PUT of a part of a buffer', withLength({ method: 'PUT', body: bytes }), { body: Buffer.from('bytes') }],
    ['empty text with its length', withLength({ method: 'PUT', body: '' }), { body: Buffer.alloc(0) }],
    ['text without its length', { method: 'POST', body: 'text' }, { body: Buffer.from('text') }],
    ['empty text', { method: 'PUT', body: '' }, { body: Buffer.alloc(0) }],
    ['no bytes', { method: 'PUT', body: new Uint8Array() }, { body: Buffer.alloc(0) }],
    ['POST without a body', { method: 'POST' }, { body: Buffer.alloc(0) }],
    ['PUT with null', { method: 'PUT', body: null }, { body: Buffer.alloc(0) }],
    [
      'query',
      { query: { 'b c': ['2', '1', 'é'], a: null, empty: '', list: [], 'x-id': "(*'!)" } },
      { start: 'GET /?a&b%20c=2&b%20c=1&b%20c=%C3%A9&empty=&x-id=%28%2A%27%21%29 HTTP/1.1' },
    ],
    ['path', { path: '/a%20b//../%E2%82%AC+~;(x)/' }, { start: 'GET /a%20b//../%E2%82%AC+~;(x)/ HTTP/1.1' }],
    ['header in UTF-8', { headers: { 'x-amz-meta-a': utf8 } }, {}],
    ['header in UTF-8 with bytes', withLength({ method: 'PUT', body: bytes }, { a: utf8 }), {}],
    ['DELETE', { method: 'DELETE', path: '/a' }, { start: 'DELETE /a HTTP/1.1' }],
    ['HEAD', { method: 'HEAD' }, { start: 'HEAD / HTTP/1.1' }],
    ['status 204', { path: '/status/204' }, {}],
    ['status 304', { path: '/status/304' }, {}],
    ['status 503', { path: '/status/503' }, {}],
  ])("is the same as the SDK's handler sends, with the same response: %s", async (_title, parts, expected) => {
    const request = requestTo(parts);
    const result = await exchange(direct, request);
    expect(handle).not.toHaveBeenCalled();
    expect(result).toMatchObject({ headers: { 'set-cookie': 'a=1,b=2' }, received: [expected] });
    expect(result).toEqual(await exchange(ordinary(), request));
  });

  it('is sent over TLS if the protocol is HTTPS', async () => {
    await using server = await tlsServer('<a/>');
    pools.https().options.ca = server.cert;
    const request = requestTo({ protocol: 'https:', port: server.port });
    const { response } = await direct.handle(request);
    expect(String(await buffer(response.body as Readable))).toBe('<a/>');
    expect(handle).not.toHaveBeenCalled();
  });

  const isWithoutIpv6 = !Object.values(networkInterfaces()).some((all) =>
    all?.some(({ address }) => address === '::1'),
  );
  const reason = isWithoutIpv6 ? ' (skipped: this machine has no IPv6)' : '';
  it.skipIf(isWithoutIpv6)(`can have an IPv6 host in brackets${reason}`, async () => {
    await using server = await echoServer('::1');
    const result = await exchange(direct, requestTo({ hostname: '[::1]', port: server.port }), server);
    expect(result).toMatchObject({ statusCode: 200, received: [{ start: 'GET / HTTP/1.1' }] });
    expect(handle).not.toHaveBeenCalled();
  });
});

it('closes the sockets of its pools', async () => {
  await using server = await rawServer((socket) => {
    socket.on('data', () => socket.write('HTTP/1.1 204 No Content\r\n\r\n'));
  });
  await exchange(direct, requestTo({ port: server.port }));
  expect([server.accepted, server.open]).toEqual([1, 1]);
  direct.destroy();
  await server.drained();
  expect(server.open).toBe(0);
});

describe('the ordinary transport', () => {
  const isUsedFor = async (request: TransportRequest): Promise<void> => {
    const answer = { response: { statusCode: 200, headers: {} } };
    handle.mockResolvedValue(answer);
    const options = { abortSignal: new AbortController().signal };
    expect(await direct.handle(request, options)).toBe(answer);
    expect(handle.mock.calls).toEqual([[request, options]]);
    expect(server.taken()).toEqual([]);
  };

  it.each<[string, object]>([
    ['a stream', { body: Readable.from(['a']) }],
    ['an ArrayBuffer', { body: new ArrayBuffer(1) }],
    ['1 MiB', { body: new Uint8Array(1_048_576) }],
    ['an expect header', { headers: { expect: '100-continue' } }],
    ['a header in upper case, which may exist in lower case too', { headers: { Expect: '100-continue' } }],
    ['a header without a value', { headers: { 'x-absent': undefined } }],
    ['content in chunks', { body: 'a', headers: { 'transfer-encoding': 'chunked' } }],
    ['content without a length where Node.js adds none', { method: 'DELETE', body: 'a' }],
    ['no host header', { headers: { host: undefined } }],
    ['the header of another host, which is the name for TLS', { headers: { host: 'example.com' } }],
    ['a user name', { username: '' }],
    ['a password', { password: 'p' }],
    ['a fragment', { fragment: 'top' }],
  ])('sends requests with %s', async (_title, parts) => {
    await isUsedFor(requestTo({ method: 'PUT', ...parts }));
  });

  it("sends requests while Node's function is replaced", async () => {
    const replaced = vi.spyOn(http, 'request');
    await isUsedFor(requestTo());
    replaced.mockRestore();
    handle.mockClear();
    await exchange(direct, requestTo());
    expect(handle).not.toHaveBeenCalled();
  });

  it.each(['http.client.request.start', 'http.client.request.created'])(
    'sends requests while a program listens on the channel %s',
    async (channel) => {
      const listener = (): void => undefined;
      subscribe(channel, listener);
      try {
        await isUsedFor(requestTo());
      } finally {
        unsubscribe(channel, listener);
      }
      handle.mockClear();
      await exchange(direct, requestTo());
      expect(handle).not.toHaveBeenCalled();
    },
  );
});

describe('a request with a signal', () => {
  it('is not sent after an abort', async () => {
    const reason = new Error('stop');
    const failure = direct.handle(requestTo(), { abortSignal: AbortSignal.abort(reason) });
    await expect(failure).rejects.toMatchObject({ name: 'AbortError', message: 'Request aborted', cause: reason });
    const next = await exchange(direct, requestTo({ path: '/next' }));
    expect(next).toMatchObject({ received: [{ start: 'GET /next HTTP/1.1' }] });
    expect(handle).not.toHaveBeenCalled();
  });

  it('closes its socket when it is aborted while it waits for the response', async () => {
    const controller = new AbortController();
    const reason = { why: 'stop' };
    await using server = await rawServer((socket) => void socket.once('data', () => controller.abort(reason)));
    const failure = direct.handle(requestTo({ port: server.port }), { abortSignal: controller.signal });
    await expect(failure).rejects.toMatchObject({ name: 'AbortError', cause: reason });
    await server.drained();
    expect([server.accepted, server.open]).toEqual([1, 0]);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
  });

  it('has no listener on the signal after the response', async () => {
    const { signal: abortSignal } = new AbortController();
    const sent = direct.handle(requestTo(), { abortSignal });
    expect(getEventListeners(abortSignal, 'abort')).toHaveLength(1);
    const { response } = await sent;
    expect(getEventListeners(abortSignal, 'abort')).toEqual([]);
    await buffer(response.body as Readable);
  });

  it.each<[string, Partial<TransportRequest>]>([
    ['connection', {}],
    ['header', { headers: { 'x-name': 'a\nb' } }],
    ['path', { path: '/a b' }],
  ])('has no listener on the signal after an error of the %s', async (_title, parts) => {
    const { signal: abortSignal } = new AbortController();
    const request = requestTo({ port: await refusingPort(), ...parts });
    await expect(direct.handle(request, { abortSignal })).rejects.toThrow();
    expect(getEventListeners(abortSignal, 'abort')).toEqual([]);
  });
});

describe('an error of a request', () => {
  it.each<RawScript>(['reset', 'close'])(
    'is a TimeoutError, as for the SDK, if the server does this: %s',
    async (script) => {
      await using server = await rawServer(script);
      const request = requestTo({ port: server.port });
      const expected = { name: 'TimeoutError', code: expect.stringMatching(/^(ECONNRESET|EPIPE)$/) as string };
      await expect(direct.handle(request)).rejects.toMatchObject(expected);
      await expect(ordinary().handle(request)).rejects.toMatchObject(expected);
    },
  );

  it("is Node's own error if the connection is refused", async () => {
    const refused = await refusingPort();
    const failure = direct.handle(requestTo({ port: refused }));
    await expect(failure).rejects.toMatchObject({ name: 'Error', code: 'ECONNREFUSED', port: refused });
  });

  it.each(['a\nb', '€'])('rejects the promise if a header has an invalid character: %j', async (value) => {
    const failure = direct.handle(requestTo({ headers: { 'x-name': value } }));
    await expect(failure).rejects.toMatchObject({ code: 'ERR_INVALID_CHAR' });
    expect(server.taken()).toEqual([]);
  });
});
