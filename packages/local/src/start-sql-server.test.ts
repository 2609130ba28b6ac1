import { expect, it } from 'vitest';

import { nodeFromSources, result } from './__fixtures__/node-from-sources.js';
import { testKey } from './__fixtures__/test-key.js';
import { callFacade } from './sql/__fixtures__/call-facade.js';
import { startSqlServer } from './start-sql-server.js';

const select = async (port: number): Promise<unknown> => {
  const { body } = await callFacade(`http://127.0.0.1:${port}`, '/Execute', {
    resourceArn: 'arn:aws:rds:us-east-1:123456789012:cluster:c',
    secretArn: 'arn:s',
    sql: 'select 1 + 1 as two',
    includeResultMetadata: true,
  });
  return body;
};

it('runs SQL in a separate process, deletes all databases on reset, and ends on stop', async () => {
  const server = await startSqlServer({ accessKey: testKey });
  expect(await select(server.port)).toMatchObject({ records: [[{ longValue: 2 }]] });
  await server.reset();
  expect(server.hasEnded()).toBe(false);
  await server.stop();
  expect(server.hasEnded()).toBe(true);
  await expect(select(server.port)).rejects.toThrow();
  await server.reset();
  await server.stop();
}, 60_000);

it('rejects a port that is in use, and rejects with the reason of an abort', async () => {
  const server = await startSqlServer({ accessKey: testKey });
  await expect(startSqlServer({ accessKey: testKey, port: server.port })).rejects.toThrow(
    'The server for SQL did not start.',
  );
  await server.stop();
  const reason = new Error('enough');
  await expect(startSqlServer({ accessKey: testKey, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
});

it('keeps a program alive until it has stopped', async () => {
  const program = nodeFromSources('start-and-stop-sql.ts');
  expect(await result(program)).toMatchObject({ status: 0, stdout: 'stopped' });
}, 30_000);
