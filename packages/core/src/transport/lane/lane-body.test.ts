import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { systemClock } from '../../clock/clock.js';
import { rawServer, type RawServer } from '../../testing/raw-server.js';
import type { BodyGuard } from '../body-guard.js';
import { nodeTransport } from '../node-transport.js';
import { readBlocks } from '../read-blocks.js';
import type { Transport } from '../transport.js';
import type { LaneBody } from './lane-body.js';
import { type LaneOptions, loadLane } from './load-lane.js';

const head = 'HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n';

let transport: Transport;
beforeEach(() => {
  transport = nodeTransport({ connectMs: 5_000, maxSockets: 50 });
});
afterEach(() => transport.destroy());

const bodyFrom = async (server: RawServer): Promise<LaneBody> => {
  const { port } = server;
  const headers = { host: `127.0.0.1:${port}` };
  const request = { method: 'GET', protocol: 'http:', hostname: '127.0.0.1', port, path: '/k', headers };
  return (await transport.handle(request, { loadLane } as LaneOptions)).response.body as LaneBody;
};

const answering = (text: string) => (socket: Socket) => void socket.on('data', () => socket.write(text));
const guardWith = (more: Partial<BodyGuard> = {}): BodyGuard => ({
  clock: systemClock,
  idleMs: 60_000,
  signal: new AbortController().signal,
  release: vi.fn(),
  ...more,
});
const ignore = async (): Promise<void> => undefined;

it('fails if no bytes arrive for the idle time, and closes the connection', async () => {
  await using server = await rawServer(answering(`${head}01234`));
  const body = await bodyFrom(server);
  const guard = guardWith({ idleMs: 30 });
  body.watch(guard);
  await expect(body.readBlocks(ignore)).rejects.toMatchObject({ name: 'TimeoutError', limit: 'body-idle' });
  await server.drained();
  expect(guard.release).toHaveBeenCalled();
});

it('has no idle time while its reader is busy or has not begun', async () => {
  await using server = await rawServer(answering(`${head}0123456789`));
  const body = await bodyFrom(server);
  body.watch(guardWith({ idleMs: 20 }));
  await pause(60);
  const blocks: string[] = [];
  await body.readBlocks(async (block) => {
    await pause(60);
    blocks.push(Buffer.from(block).toString());
  });
  expect(blocks).toEqual(['0123456789']);
});

it('fails when the call is aborted, after the reader has finished with its block', async () => {
  const large = 'x'.repeat(3_000_000);
  await using server = await rawServer(answering(`HTTP/1.1 200 OK\r\ncontent-length: 9000000\r\n\r\n${large}`));
  const body = await bodyFrom(server);
  const giveUp = new AbortController();
  body.watch(guardWith({ signal: giveUp.signal }));
  let isBusy = false;
  const reading = body.readBlocks(async () => {
    isBusy = true;
    giveUp.abort();
    await pause(20);
    isBusy = false;
  });
  await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  expect(isBusy).toBe(false);
});

it('is destroyed if the connection breaks before it is read, and cannot be read then', async () => {
  await using server = await rawServer((socket) => void socket.on('data', () => socket.write(head)));
  const body = await bodyFrom(server);
  body.destroy();
  const guard = guardWith();
  body.watch(guard);
  expect(guard.release).toHaveBeenCalled();
  await expect(body.readBlocks(ignore)).rejects.toMatchObject({ code: 'ECONNRESET' });
});

it('can be read once', async () => {
  await using server = await rawServer(answering(`${head}0123456789`));
  const body = await bodyFrom(server);
  await readBlocks(body, ignore);
  await expect(body.readBlocks(ignore)).rejects.toThrow('The content was already read.');
});

it('fails as a stream if the connection breaks', async () => {
  await using server = await rawServer((socket) => void socket.on('data', () => socket.end(`${head}01234`)));
  const body = await bodyFrom(server);
  const chunks: string[] = [];
  const read = async (): Promise<void> => {
    for await (const chunk of body) chunks.push(String(chunk));
  };
  await expect(read()).rejects.toMatchObject({ code: 'ECONNRESET' });
});

it('copies its blocks for a slow stream', async () => {
  const large = Buffer.alloc(3_000_000, 'abc');
  await using server = await rawServer(
    (socket) =>
      void socket.on('data', () => {
        socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${large.byteLength}\r\n\r\n`);
        socket.write(large);
      }),
  );
  const chunks: Buffer[] = [];
  for await (const chunk of await bodyFrom(server)) {
    await pause(5);
    chunks.push(chunk as Buffer);
  }
  expect(Buffer.concat(chunks).equals(large)).toBe(true);
});
