import { once } from 'node:events';
import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

import { describe, expect, it } from 'vitest';

import { deliveryHeader, socketServer } from './socket-server.js';

const connect = (transport: 'TCP' | 'TLS', port: number): Socket =>
  transport === 'TLS' ? connectTls(port, '127.0.0.1') : connectTcp(port, '127.0.0.1');

describe.each(['TCP', 'TLS'] as const)('a server over %s', (transport) => {
  it('sends each piece in a separate read, to the request for which it was prepared', async () => {
    await using server = await socketServer(transport);
    const ids = ['first', 'second'].map((word) =>
      server.prepare({ pieces: [...word].map((letter) => Buffer.from(letter)), close: 'no' }),
    );
    const socket = connect(transport, server.port);
    await once(socket, transport === 'TLS' ? 'secureConnect' : 'connect');
    const reads: string[] = [];
    const done = new Promise<void>((resolve) =>
      socket.on('data', (piece: Buffer) => reads.push(String(piece)) === 11 && resolve()),
    );
    socket.write(`POST / HTTP/1.1\r\n${deliveryHeader}: ${ids[1]}\r\ncontent-length: 2\r\n\r\na`);
    socket.write('b');
    socket.write(
      `POST / HTTP/1.1\r\n${deliveryHeader}: ${ids[0]}\r\ntransfer-encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n`,
    );
    await done;
    expect(reads.join('|')).toBe('s|e|c|o|n|d|f|i|r|s|t');
    expect(server.arrived).toBe(2);
    socket.destroy();
    expect(await server.closeRest()).toBe(0);
  });

  it('returns the number of connections that the client does not close', async () => {
    await using server = await socketServer(transport);
    const socket = connect(transport, server.port);
    socket.on('error', () => undefined);
    await once(socket, transport === 'TLS' ? 'secureConnect' : 'connect');
    expect(await server.closeRest()).toBe(1);
    socket.destroy();
  });

  it.each([
    ['with the last piece', 1],
    ['later', 1],
  ] as const)('closes the connection %s', async (close, reads) => {
    await using server = await socketServer(transport);
    const id = server.prepare({ pieces: [Buffer.from('all')], close });
    const socket = connect(transport, server.port);
    socket.write(`GET / HTTP/1.1\r\n${deliveryHeader}: ${id}\r\n\r\n`);
    const pieces: string[] = [];
    for await (const piece of socket) pieces.push(String(piece));
    expect(pieces.join('')).toBe('all');
    expect(pieces).toHaveLength(reads);
  });
});
