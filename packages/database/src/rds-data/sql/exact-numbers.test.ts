import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { createSession } from '@arch/core';
import { expect, it } from 'vitest';

import { target } from '../../__fixtures__/rds-data-answers.js';
import { sql } from './index.js';

it('sends and returns integers beyond 2^53 with all digits', async () => {
  // Written by hand, because JSON.stringify cannot write all digits.
  const response =
    '{"columnMetadata":[{"name":"a"},{"name":"b"},{"name":"c"},{"name":"d"}],"records":[' +
    '[{"longValue":9223372036854775807},{"longValue":42},{"doubleValue":0.10000000000000000555},' +
    '{"arrayValue":{"longValues":[-9007199254740993,1]}}]]}';
  let sent = '';
  const server = createServer((request, reply) => {
    request.on('data', (chunk: Buffer) => void (sent += chunk.toString())).on('end', () => reply.end(response));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    await using session = createSession({
      region: 'eu-west-1',
      endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
    const parameters = { big: 9_223_372_036_854_775_807n };
    const { rows } = await sql({ ...target, sql: 'select :big', parameters }, { session });
    expect(rows).toEqual([{ a: 2n ** 63n - 1n, b: 42, c: 0.1, d: [-9_007_199_254_740_993n, 1] }]);
    expect(sent).toContain('"longValue":9223372036854775807}');
  } finally {
    server.close();
  }
});
