import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { createServer, type Server, type TLSSocket } from 'node:tls';

import { generate } from 'selfsigned';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { nodeTransport } from '../node-transport.js';
import { readBlocks } from '../read-blocks.js';
import { type LaneOptions, loadLane } from './load-lane.js';

const content = Buffer.alloc(5_000_000, 'abcdefghijklmnop');
const certificateOf = (name: string): Promise<{ private: string; cert: string }> =>
  generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: name }] },
    ],
  });

let certificate: { private: string; cert: string };
let server: Server;
const sockets = new Set<TLSSocket>();
let accepted = 0;
let isClosing = false;

beforeAll(async () => {
  certificate = await certificateOf('localhost');
  server = createServer({ key: certificate.private, cert: certificate.cert, minVersion: 'TLSv1.2' }, (socket) => {
    accepted++;
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', () => {
      socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${content.byteLength}\r\n\r\n`);
      if (isClosing) socket.end(content);
      else socket.write(content);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
});

/** Reads the content and returns its hash. The `ca` is trusted. */
const download = async (
  ca: string,
  times = 1,
  hostname = 'localhost',
  read: (block: Uint8Array) => Promise<Uint8Array> = async (block) => block,
): Promise<readonly string[]> => {
  const transport = nodeTransport({ connectMs: 5_000, maxSockets: 50 }, { ca });
  const { port } = server.address() as AddressInfo;
  const hashes: string[] = [];
  try {
    for (let count = 0; count < times; count++) {
      const request = {
        method: 'GET',
        protocol: 'https:',
        hostname,
        port,
        path: '/k',
        headers: { host: `${hostname}:${port}` },
      };
      const { response } = await transport.handle(request, { loadLane } as LaneOptions);
      const blocks: Uint8Array[] = [];
      await readBlocks(response.body as never, async (block) => {
        const index = blocks.push(block) - 1;
        blocks[index] = Buffer.from(await read(block));
      });
      hashes.push(createHash('sha256').update(Buffer.concat(blocks)).digest('hex'));
    }
  } finally {
    transport.destroy();
  }
  return hashes;
};

describe('content over TLS', () => {
  it('is read in blocks, over one connection for requests in a row', async () => {
    const before = accepted;
    const expected = createHash('sha256').update(content).digest('hex');
    expect(await download(certificate.cert, 3)).toEqual([expected, expected, expected]);
    expect(accepted - before).toBe(1);
  });

  it('stays as it is until its reader has finished with it, although TLS delivers further records after a pause', async () => {
    const expected = createHash('sha256').update(content).digest('hex');
    const slowly = async (block: Uint8Array): Promise<Uint8Array> => {
      await pause(5);
      return block;
    };
    expect(await download(certificate.cert, 2, 'localhost', slowly)).toEqual([expected, expected]);
  });

  it('is complete although the server closes the connection after it, with readers that are slow', async () => {
    isClosing = true;
    const expected = createHash('sha256').update(content).digest('hex');
    const slowly = async (block: Uint8Array): Promise<Uint8Array> => {
      await pause(5);
      return block;
    };
    expect(await download(certificate.cert, 4, 'localhost', slowly)).toEqual(Array.from({ length: 4 }, () => expected));
    isClosing = false;
  });

  it('is rejected from a server whose certificate is not trusted', async () => {
    const other = await certificateOf('localhost');
    await expect(download(other.cert)).rejects.toMatchObject({
      code: expect.stringMatching(/SELF_SIGNED|UNABLE_TO_VERIFY|SIGNATURE_FAILURE/),
    });
  });

  it('is rejected from a server whose certificate has another name', async () => {
    await expect(download(certificate.cert, 1, '127.0.0.1')).rejects.toMatchObject({
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    });
  });
});
