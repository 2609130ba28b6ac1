import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { nodeTransport } from './node-transport.js';
import type { Transport } from './transport.js';

let server: Server;
let transport: Transport;
let keepAlive: string | undefined;
let connections = 0;

beforeEach(async () => {
  connections = 0;
  server = createServer((_request, response) => {
    if (keepAlive !== undefined) response.setHeader('keep-alive', keepAlive);
    response.end('ok');
  });
  server.keepAliveTimeout = 60_000;
  server.on('connection', () => void connections++);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  transport = nodeTransport({ connectMs: 5_000, maxSockets: 5 });
});

afterEach(() => {
  vi.restoreAllMocks();
  keepAlive = undefined;
  transport.destroy();
  server.closeAllConnections();
  server.close();
});

const send = async (): Promise<void> => {
  const { port } = server.address() as AddressInfo;
  const request = { method: 'GET', protocol: 'http:', hostname: '127.0.0.1', port, path: '/', headers: {} };
  const { response } = await transport.handle(request);
  for await (const _chunk of response.body as AsyncIterable<unknown>);
  // The socket returns to the pool in a later turn of the event loop.
  await delay(5);
};

/** Advances the clocks of the machine without running timers, as a freeze of the process does. */
const freeze = (passedMs: number, which: 'both' | 'date' | 'uptime' = 'both'): void => {
  const date = Date.now();
  const uptime = performance.now();
  if (which !== 'uptime') vi.spyOn(Date, 'now').mockReturnValue(date + passedMs);
  if (which !== 'date') vi.spyOn(performance, 'now').mockReturnValue(uptime + passedMs);
};

describe('an idle socket', () => {
  it('is used again within 10 seconds', async () => {
    await send();
    freeze(9_000);
    await send();
    expect(connections).toBe(1);
  });

  it.each(['both', 'date', 'uptime'] as const)('is not used after a freeze of the process (%s)', async (which) => {
    await send();
    freeze(10_500, which);
    await send();
    expect(connections).toBe(2);
  });

  it('is not used later than one second before the keep-alive time of the server ends', async () => {
    keepAlive = 'timeout=5';
    await send();
    freeze(4_500);
    await send();
    expect(connections).toBe(2);
  });

  it('is not kept if the keep-alive time of the server is one second', async () => {
    keepAlive = 'timeout=1';
    await send();
    await send();
    expect(connections).toBe(2);
  });
});
