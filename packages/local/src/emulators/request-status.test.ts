import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { occupyPort } from '../__fixtures__/occupy-port.js';
import { requestStatus } from './request-status.js';

describe('requestStatus', () => {
  it('sends the method and returns the status', async () => {
    const server = createServer((request, response) => response.writeHead(request.method === 'POST' ? 202 : 404).end());
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/path`;
    expect(await requestStatus(url, 'POST')).toBe(202);
    expect(await requestStatus(url, 'GET')).toBe(404);
    server.close();
  });

  it('returns undefined if the connection is closed, or if no server listens', async () => {
    let url: string;
    {
      await using occupied = await occupyPort();
      url = `http://127.0.0.1:${occupied.port}/`;
      expect(await requestStatus(url, 'GET')).toBeUndefined();
    }
    expect(await requestStatus(url, 'GET')).toBeUndefined();
  });
});
