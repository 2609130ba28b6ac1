import { once } from 'node:events';
import { connect } from 'node:net';

import { afterEach, describe, expect, it, vi } from 'vitest';
import { nodeFromSources, result } from '../__fixtures__/node-from-sources.js';
import { occupyPort } from '../__fixtures__/occupy-port.js';
import { testKey } from '../__fixtures__/test-key.js';
import { signRequest } from '../guard/sign-request.js';
import { callFacade } from './__fixtures__/call-facade.js';
import { startSqlFacade } from './start-sql-facade.js';

const loaded = vi.hoisted(() => vi.fn());
vi.mock('@electric-sql/pglite', (original) => {
  loaded();
  return original();
});

const request = { resourceArn: 'arn:aws:rds:us-east-1:123456789012:cluster:c', secretArn: 'arn:s' };
const startTimeout = 60_000;

afterEach(() => {
  loaded.mockClear();
});

describe('startSqlFacade', () => {
  it('loads Postgres at the first SQL, and deletes everything on reset', { timeout: startTimeout }, async () => {
    await using facade = await startSqlFacade({ accessKey: testKey });
    expect(facade.endpoint).toBe(`http://127.0.0.1:${facade.port}`);
    const { body: begun } = await callFacade(facade.endpoint, '/BeginTransaction', request);
    expect(loaded).not.toHaveBeenCalled();
    const sql = 'CREATE TABLE forgotten (a int)';
    expect((await callFacade(facade.endpoint, '/Execute', { ...request, ...begun, sql })).status).toBe(200);
    expect(loaded).toHaveBeenCalledOnce();
    await facade.reset();
    expect((await callFacade(facade.endpoint, '/CommitTransaction', { ...request, ...begun })).status).toBe(404);
    expect((await callFacade(facade.endpoint, '/Execute', { ...request, sql })).status).toBe(200);
  });

  it("rejects unknown operations with AWS's error", async () => {
    await using facade = await startSqlFacade({ accessKey: testKey });
    for (const operation of ['/Nothing', 'RedshiftData.Nothing', 'Other.Thing', 'RedshiftData.constructor']) {
      const { status, body } = await callFacade(facade.endpoint, operation);
      expect([status, body.__type]).toEqual([404, 'UnknownOperationException']);
    }
    const headers = signRequest({ method: 'GET', url: facade.endpoint }, testKey);
    expect((await fetch(facade.endpoint, { headers })).status).toBe(404);
  });

  it('rejects a body that is not JSON or is too large', async () => {
    await using facade = await startSqlFacade({ accessKey: testKey });
    const post = async (body: string): Promise<unknown> => {
      const url = `${facade.endpoint}/Execute`;
      const headers = signRequest({ method: 'POST', url, body }, testKey);
      const response = await fetch(url, { method: 'POST', headers, body });
      return [response.status, response.headers.get('x-amzn-errortype')];
    };
    expect(await post('{')).toEqual([400, 'SerializationException']);
    expect(await post('x'.repeat(9 * 1024 * 1024))).toEqual([413, 'RequestEntityTooLargeException']);
  });

  it('rejects a port that is in use', async () => {
    await using occupied = await occupyPort();
    await expect(startSqlFacade({ accessKey: testKey, port: occupied.port })).rejects.toThrow(
      `Port ${occupied.port} of 127.0.0.1 cannot be used`,
    );
  });

  it('keeps an unused connection longer than clients do, and closes it on stop', async () => {
    const facade = await startSqlFacade({ accessKey: testKey });
    const socket = connect(facade.port, '127.0.0.1');
    socket.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${facade.port}\r\n\r\n`);
    const [head] = (await once(socket, 'data')) as [Buffer];
    expect(head.toString()).toContain('Keep-Alive: timeout=120\r\n');
    await facade.stop();
    await once(socket, 'close');
  });

  it('accepts no requests after stop, which can be called several times', async () => {
    const facade = await startSqlFacade({ accessKey: testKey });
    await Promise.all([facade.stop(), facade.stop()]);
    await expect(fetch(facade.endpoint)).rejects.toThrow('fetch failed');
  });

  it.each([[[]], [['stop']]])('does not keep its process alive: %j', { timeout: startTimeout }, async (arguments_) => {
    const { status, stdout, stderr } = await result(nodeFromSources('../sql/__fixtures__/run-sql.ts', arguments_));
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '[[{"longValue":1}]]', stderr: '' });
  });
});
