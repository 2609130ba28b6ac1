import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { createSession } from '@arch/core';
import { expect, it } from 'vitest';

import { statementId, target } from '../../__fixtures__/redshift-answers.js';
import { query } from './index.js';

it('returns integers beyond 2^53 as bigints with all digits', async () => {
  // A literal, because JSON.stringify cannot write these numbers.
  const result =
    '{"ColumnMetadata":[{"name":"a"},{"name":"b"},{"name":"c"},{"name":"d"}],"Records":[' +
    '[{"longValue":9223372036854775807},{"longValue":-9007199254740993},{"longValue":42},{"doubleValue":0.10000000000000000555}]]}';
  const server = createServer((request, response) => {
    const isResult = String(request.headers['x-amz-target']).endsWith('GetStatementResult');
    request.resume().on('end', () => {
      response.setHeader('content-type', 'application/x-amz-json-1.1');
      response.end(isResult ? result : JSON.stringify({ Id: statementId }));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    await using session = createSession({
      region: 'eu-west-1',
      endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
    expect(await query({ ...target, sql: 'select 1' }, { session }).toArray()).toEqual([
      { a: 9_223_372_036_854_775_807n, b: -9_007_199_254_740_993n, c: 42, d: 0.1 },
    ]);
  } finally {
    server.close();
  }
});
