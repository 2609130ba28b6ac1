import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

import { afterEach, describe, expect, it } from 'vitest';

import { type RawScript, type RawServer, rawServer } from './raw-server.js';
import { refusingPort } from './refusing-port.js';

const servers: AsyncDisposable[] = [];
const open = async (...script: [RawScript, ...RawScript[]]): Promise<RawServer> => {
  const server = await rawServer(...script);
  servers.push(server);
  return server;
};

afterEach(async () => {
  for (const server of servers.splice(0)) await server[Symbol.asyncDispose]();
});

const ask = (port: number): Socket => {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined).write('POST / HTTP/1.1\r\n\r\n');
  return socket;
};

// Not `once`, which also rejects for an earlier error.
const closing = (socket: Socket): Promise<unknown> => new Promise((resolve) => socket.once('close', resolve));

const firstPiece = async (socket: Socket): Promise<string> => String((await once(socket, 'data'))[0]);

describe('a raw server', () => {
  it.each([
    ['half-status-line', /^HTTP\/1\.1 20$/],
    ['half-headers', /content-le$/],
    ['half-body', /content-length: 10\r\n\r\n<half$/],
    ['broken-body', /content-length: 10\r\n\r\n<half$/],
    ['answer', /content-length: 4\r\n\r\n<a\/>$/],
  ] as const)('plays %s', async (script, expected) => {
    const { port } = await open(script);
    const socket = ask(port);
    expect(await firstPiece(socket)).toMatch(expected);
    socket.destroy();
  });

  it('sends nothing in silence, until it is closed', async () => {
    const server = await open('silence');
    const socket = ask(server.port);
    await once(socket, 'connect');
    socket.once('data', () => expect.fail('it said something'));
    const closed = closing(socket);
    await server.close();
    await closed;
    expect(server.open).toBe(0);
  });

  it('sends an endless body, and stops when the client disconnects', async () => {
    const server = await open('endless-body');
    const socket = ask(server.port);
    let received = '';
    for await (const piece of socket) if ((received += piece).split('1\r\n \r\n').length > 3) break;
    expect(received).toContain('transfer-encoding: chunked');
    await server.drained();
    expect(server.open).toBe(0);
  });

  it.each(['close', 'reset'] as const)('ends the connection with %s', async (script) => {
    const { port } = await open(script);
    await closing(ask(port));
  });

  it('uses one script per connection, and the last one for all others', async () => {
    const server = await open('close', (socket) => void socket.end('own script'));
    await closing(ask(server.port));
    expect(await firstPiece(ask(server.port))).toBe('own script');
    expect(await firstPiece(ask(server.port))).toBe('own script');
    expect([server.accepted, server.endpoint]).toEqual([3, `http://127.0.0.1:${server.port}`]);
  });
});

describe('refusingPort', () => {
  it('returns a closed port', async () => {
    const socket = connect(await refusingPort(), '127.0.0.1');
    const [error] = await once(socket, 'error').catch((failure: unknown) => [failure]);
    expect(error).toMatchObject({ code: 'ECONNREFUSED' });
  });
});
