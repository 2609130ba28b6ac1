import { channel } from 'node:diagnostics_channel';
import http from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { watchResources } from '../../__fixtures__/active-resources.js';
import { rawServer, type RawServer } from '../../testing/raw-server.js';
import { nodeTransport } from '../node-transport.js';
import { readBlocks } from '../read-blocks.js';
import type { Transport, TransportRequest, TransportResponse } from '../transport.js';
import { type LaneOptions, loadLane } from './load-lane.js';

const content = Buffer.from('0123456789'.repeat(30));
const headOf = (...lines: string[]): string => `HTTP/1.1 200 OK\r\n${lines.map((line) => `${line}\r\n`).join('')}\r\n`;
const whole = Buffer.concat([Buffer.from(headOf(`content-length: ${content.byteLength}`, 'etag: "e"')), content]);

/** Writes `response` for each request of a connection. */
const answering =
  (...pieces: readonly (Buffer | string)[]) =>
  (socket: Socket): void =>
    void socket.on('data', () => void writeEach(socket, pieces));

const writeEach = async (socket: Socket, pieces: readonly (Buffer | string)[]): Promise<void> => {
  for (const piece of pieces) {
    socket.write(piece);
    if (pieces.length > 1) await pause(1);
  }
};

let transport: Transport;
beforeEach(() => {
  transport = nodeTransport({ connectMs: 5_000, maxSockets: 50 });
});
afterEach(() => transport.destroy());

const requestTo = (server: RawServer, more: Partial<TransportRequest> = {}): TransportRequest => ({
  method: 'GET',
  protocol: 'http:',
  hostname: '127.0.0.1',
  port: server.port,
  path: '/bucket/key',
  query: { 'x-id': 'GetObject' },
  headers: { host: `127.0.0.1:${server.port}`, range: 'bytes=0-299' },
  ...more,
});

const get = async (server: RawServer, more: Partial<TransportRequest> = {}): Promise<TransportResponse> =>
  (await transport.handle(requestTo(server, more), { loadLane } as LaneOptions)).response;

/** Reads the content, and copies each block, whose memory is used again. */
const contentOf = async ({ body }: TransportResponse): Promise<Buffer> => {
  const blocks: Buffer[] = [];
  await readBlocks(body as AsyncIterable<Uint8Array>, async (block) => void blocks.push(Buffer.from(block)));
  return Buffer.concat(blocks);
};

const isOrdinary = ({ body }: TransportResponse): boolean => body instanceof http.IncomingMessage;

describe('a plain response', () => {
  it('is read without Node’s parser, and its connection is used again', async () => {
    await using server = await rawServer(answering(whole));
    for (let count = 0; count < 3; count++) {
      const response = await get(server);
      expect(isOrdinary(response)).toBe(false);
      expect([response.statusCode, response.headers['etag']]).toEqual([200, '"e"']);
      expect(await contentOf(response)).toEqual(content);
    }
    expect(server.accepted).toBe(1);
  });

  it('is the same wherever the network splits it', async () => {
    for (let at = 1; at < whole.byteLength; at += 7) {
      await using server = await rawServer(answering(whole.subarray(0, at), whole.subarray(at)));
      expect(await contentOf(await get(server)), `split at ${at}`).toEqual(content);
    }
  });

  it('can be larger than its blocks, with a reader that is slower than the network', async () => {
    const large = Buffer.alloc(9_000_000, 'abcdefghijklm');
    await using server = await rawServer(
      answering(Buffer.concat([Buffer.from(headOf(`content-length: ${large.byteLength}`)), large])),
    );
    const blocks: Buffer[] = [];
    let [inProgress, most] = [0, 0];
    await readBlocks((await get(server)).body as never, async (block) => {
      const index = blocks.push(Buffer.alloc(0)) - 1;
      most = Math.max(most, ++inProgress);
      await pause(3);
      blocks[index] = Buffer.from(block);
      inProgress--;
    });
    expect(Buffer.concat(blocks).equals(large)).toBe(true);
    expect(most).toBeLessThanOrEqual(2);
  });

  it('can be read as a stream', async () => {
    await using server = await rawServer(answering(whole));
    const chunks: Buffer[] = [];
    for await (const chunk of (await get(server)).body as AsyncIterable<Buffer>) chunks.push(chunk);
    expect(Buffer.concat(chunks)).toEqual(content);
  });

  it('may be empty', async () => {
    await using server = await rawServer(answering(headOf('content-length: 0')));
    expect(await contentOf(await get(server))).toEqual(Buffer.alloc(0));
  });

  it.each([
    ['connection: close', [headOf(`content-length: 300`, 'connection: close'), content]],
    ['keep-alive: timeout=1', [headOf(`content-length: 300`, 'keep-alive: timeout=1'), content]],
    ['more bytes than its length', [headOf('content-length: 300'), content, 'more']],
  ])('with %s is read, and its connection is not used again', async (_name, pieces) => {
    await using server = await rawServer(answering(Buffer.concat(pieces.map((piece) => Buffer.from(piece)))));
    expect(await contentOf(await get(server))).toEqual(content);
    expect(await contentOf(await get(server))).toEqual(content);
    expect(server.accepted).toBe(2);
  });

  it('is complete although the server has closed the connection before it is read', async () => {
    await using server = await rawServer((socket) => void socket.on('data', () => socket.end(whole)));
    const response = await get(server);
    await pause(20);
    expect(await contentOf(response)).toEqual(content);
  });

  it('that ends too early is an error after the bytes that have arrived', async () => {
    await using server = await rawServer((socket) => void socket.on('data', () => socket.end(whole.subarray(0, 200))));
    const blocks: Buffer[] = [];
    const reading = readBlocks(
      (await get(server)).body as never,
      async (block) => void blocks.push(Buffer.from(block)),
    );
    await expect(reading).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(content.subarray(0, blocks[0]?.byteLength)).toEqual(blocks[0]);
    expect(Buffer.concat(blocks).byteLength).toBe(200 - whole.indexOf('\r\n\r\n') - 4);
  });

  it('ends with the error of its reader, and closes the connection', async () => {
    await using server = await rawServer(answering(whole));
    const failure = new Error('disk full');
    const reading = readBlocks((await get(server)).body as never, () => Promise.reject(failure));
    await expect(reading).rejects.toBe(failure);
    await server.drained();
  });
});

describe('every other response is read by Node’s parser', () => {
  const chunked = `HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n12c\r\n${content.toString()}\r\n0\r\n\r\n`;
  it.each([
    ['chunked', chunked, 200],
    ['after 100 Continue', `HTTP/1.1 100 Continue\r\n\r\n${whole.toString()}`, 200],
    ['after 103 Early Hints', `HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n${whole.toString()}`, 200],
    ['of HTTP/1.0', `HTTP/1.0 200 OK\r\n\r\n${content.toString()}`, 200],
    ['without a length', `HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n${content.toString()}`, 200],
    ['with an encoding', headOf('content-length: 300', 'content-encoding: aws-chunked') + content.toString(), 200],
    ['an error', `HTTP/1.1 404 Not Found\r\ncontent-length: 300\r\n\r\n${content.toString()}`, 404],
    ['a redirect', `HTTP/1.1 307 Moved\r\nlocation: /x\r\ncontent-length: 300\r\n\r\n${content.toString()}`, 307],
    ['with a folded header', headOf('content-length: 300', 'x-a: 1\r\n 2').replace('x', 'X') + content.toString(), 0],
  ])('%s', async (_name, text, status) => {
    await using server = await rawServer((socket) => void socket.on('data', () => socket.end(text)));
    const response = await get(server).catch((error: unknown) => error as Error & { code: string });
    if (status === 0) return expect(response).toMatchObject({ code: /^HPE_/ });
    expect(isOrdinary(response as TransportResponse)).toBe(true);
    expect((response as TransportResponse).statusCode).toBe(status);
    expect(await contentOf(response as TransportResponse)).toEqual(content);
  });

  it.each([
    ['no HTTP', 'hello\r\n\r\n'],
    ['two lengths', headOf('content-length: 300', 'content-length: 200') + content.toString()],
    ['a length and chunks', headOf('content-length: 300', 'transfer-encoding: chunked') + content.toString()],
    ['a line break in a header', headOf('content-length: 300', 'x-a: 1\n2') + content.toString()],
    ['a head without an end', `HTTP/1.1 200 OK\r\n${'x-a: 1\r\n'.repeat(20_000)}`],
  ])('%s is an error', async (_name, text) => {
    await using server = await rawServer(answering(text));
    await expect(get(server)).rejects.toMatchObject({ code: expect.stringMatching(/^HPE_/) });
    await server.drained();
  });
});

describe('a connection', () => {
  it('that the server has closed in the meantime is not used', async () => {
    await using server = await rawServer(answering(whole));
    await contentOf(await get(server));
    await server.close();
    await using other = await rawServer(answering(whole));
    expect(await contentOf(await get(other))).toEqual(content);
  });

  it('that is closed before a response is an error that can be retried', async () => {
    await using server = await rawServer('close');
    await expect(get(server)).rejects.toMatchObject({ code: 'ECONNRESET' });
  });

  it('is closed by an abort, before and during the response, and leaves nothing behind', async () => {
    await using silent = await rawServer('silence');
    const leftOver = await watchResources();
    const giveUp = new AbortController();
    const waiting = transport.handle(requestTo(silent), { loadLane, abortSignal: giveUp.signal } as LaneOptions);
    await pause(20);
    giveUp.abort(new Error('no longer wanted'));
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    await silent.drained();
    expect(await leftOver()).toEqual([]);
  });

  it('is closed by an abort after a part of the head, which is not read as a response', async () => {
    const unhandled = vi.fn();
    process.on('unhandledRejection', unhandled);
    await using server = await rawServer(answering('HTTP/1.1 200 OK\r\ncontent-le'));
    const giveUp = new AbortController();
    const waiting = transport.handle(requestTo(server), { loadLane, abortSignal: giveUp.signal } as LaneOptions);
    await pause(50);
    giveUp.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    await server.drained();
    await pause(10);
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });

  it('is one of at most maxSockets', async () => {
    transport.destroy();
    transport = nodeTransport({ connectMs: 5_000, maxSockets: 2 });
    await using server = await rawServer(answering(whole));
    const all = await Promise.all(Array.from({ length: 9 }, async () => contentOf(await get(server))));
    expect(all.every((each) => each.equals(content))).toBe(true);
    expect(server.accepted).toBe(2);
  });

  it('does not keep the process alive while it is idle', async () => {
    await using server = await rawServer(answering(whole));
    await contentOf(await get(server));
    expect(server.open).toBe(1);
    // Of the server's socket only.
    expect(process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap')).toHaveLength(1);
  });
});

describe('Node’s own requests are used', () => {
  const expectOrdinary = async (more?: Partial<TransportRequest>): Promise<void> => {
    await using server = await rawServer(answering(whole));
    const response = await get(server, more);
    expect(isOrdinary(response)).toBe(true);
    expect(await contentOf(response)).toEqual(content);
  };

  it.each([
    ['for another method', { method: 'POST' }],
    ['for a request with content', { body: 'text' }],
    ['for a path with a character that is not ASCII', { path: '/\u00fc' }],
  ])('%s', (_name, more) => expectOrdinary(more));

  it('if a library has replaced them', async () => {
    const replaced = vi.spyOn(http, 'request');
    await expectOrdinary();
    expect(replaced).toHaveBeenCalledOnce();
    replaced.mockRestore();
  });

  it('if a library observes them', async () => {
    const seen = vi.fn();
    channel('http.client.request.start').subscribe(seen);
    await expectOrdinary();
    channel('http.client.request.start').unsubscribe(seen);
    expect(seen).toHaveBeenCalledOnce();
  });

  it('with `lane: false`, and for all other responses', async () => {
    await using server = await rawServer(answering(whole));
    expect(isOrdinary((await transport.handle(requestTo(server))).response)).toBe(true);
    transport.destroy();
    transport = nodeTransport({ connectMs: 5_000, maxSockets: 50, lane: false });
    await expectOrdinary();
  });
});
