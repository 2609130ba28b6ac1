import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { expect, it } from 'vitest';

import { fakeRedshift, called, column, target } from '../../__fixtures__/redshift-answers.js';
import { query } from './index.js';

const collectGarbage = (): void => {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
};

const heapMiB = (): number => {
  collectGarbage();
  return process.memoryUsage().heapUsed / 2 ** 20;
};

it('streams 100,000 rows with constant memory', { timeout: 60_000 }, async () => {
  await using aws = fakeRedshift();
  const [pages, size] = [100, 1_000];
  aws.on('GetStatementResult', ({ NextToken = '0' }: { NextToken?: string }) => ({
    ColumnMetadata: [column('n', 'int4'), column('text', 'varchar')],
    Records: Array.from({ length: size }, (_, row) => [
      { longValue: Number(NextToken) * size + row },
      { stringValue: `${NextToken}/${row} `.repeat(20) },
    ]),
    ...(Number(NextToken) + 1 < pages && { NextToken: String(Number(NextToken) + 1) }),
  }));
  const heap: number[] = [];
  let count = 0;
  for await (const { n } of query<{ n: number }>({ ...target, sql: 'select n, text' }, { session: aws.session })) {
    if (n !== count) throw new Error(`row ${count} is ${n}`);
    if (++count % 20_000 === 0) heap.push(heapMiB());
  }
  expect(count).toBe(pages * size);
  expect(called(aws)).toHaveLength(1 + pages);
  // All rows together have about 20 MiB. Only the fake AWS's list of requests grows.
  expect(Math.max(...heap) - heap[0]!).toBeLessThan(5);
});
