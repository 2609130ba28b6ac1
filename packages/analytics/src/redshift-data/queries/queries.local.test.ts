import { StatementError, UnexpectedResponseError } from '@arch/core';
import { z } from '@arch/core/builder';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { redshiftDatabase } from './index.js';

const { query, executeStatement, executeStatements, explainQuery } = redshiftDatabase({
  workgroupName: 'local',
  database: 'queries',
});

beforeAll(async () => {
  await executeStatement(
    'create table orders (id int not null, day date, price numeric(10, 2)) distkey(id) sortkey(day)',
  );
});
afterAll(() => executeStatement('drop table orders'));

it('writes rows, reads them by a schema, and returns the position of an error in the SQL', async () => {
  const { updatedRows } = await executeStatement(
    "insert into orders values (1, '2026-11-01', 1.50), (2, '2026-11-02', null)",
  );
  expect(updatedRows).toBe(2);
  const order = z.object({ id: z.number(), day: z.string(), price: z.nullable(z.string()) });
  const sql = 'select id, day, price from orders where id >= :least order by id';
  expect(await query(sql, { least: 1 }, order).toArray()).toEqual([
    { id: 1, day: '2026-11-01', price: '1.50' },
    { id: 2, day: '2026-11-02', price: null },
  ]);
  const strict = z.object({ price: z.string() });
  const mismatch = query('select price from orders order by id', {}, strict).toArray();
  await expect(mismatch).rejects.toThrow(UnexpectedResponseError);
  await expect(mismatch).rejects.toThrow('row 2 does not match the schema: price is null');
  const failing = query('select id,\n pric from orders').toArray();
  await expect(failing).rejects.toThrow(StatementError);
  await expect(failing).rejects.toMatchObject({ line: 2, position: 13 });
  await expect(failing).rejects.toThrow('column "pric" does not exist');
});

it('does not interpret a parameter as SQL', async () => {
  const text = `'; drop table orders; -- :least $1 \\' "`;
  expect(await query('select :text as text', { text }).toArray()).toEqual([{ text }]);
  const at = new Date('2026-11-01T10:00:00.5Z');
  const sql = 'select cast(:at as timestamptz) as at, cast(:big as int8) as big';
  expect(await query(sql, { at, big: 2n ** 62n }).toArray()).toEqual([{ at, big: 2n ** 62n }]);
});

it('streams the rows of all pages', async () => {
  let count = 0;
  for await (const { n } of query<{ n: number }>('select n from generate_series(1, 5000) as s(n)')) {
    expect(n).toBe(++count);
  }
  expect(count).toBe(5_000);
});

describe('statements of one transaction', () => {
  it('take effect together', async () => {
    const day = '2026-12-01';
    const sqls = ['insert into orders values (9, :day, 1)', 'update orders set price = 2 where day = :day', 'select 1'];
    const { statements } = await executeStatements(sqls, { day });
    expect(statements.map(({ updatedRows }) => updatedRows)).toEqual([1, 1, 0]);
  });

  it('or not at all', async () => {
    const failing = executeStatements(['delete from orders', 'delete from nothing']);
    await expect(failing).rejects.toThrow('statement 2 of 2 failed');
    expect(await query('select 1 as n from orders limit 1').toArray()).toEqual([{ n: 1 }]);
  });
});

// The local AWS returns plans of Postgres, without XN and DS_, and with other costs.
it('returns the plan of a statement without running it', async () => {
  const { root, advice } = await explainQuery('delete from orders where id = :id', { id: 1 });
  expect(root).toMatchObject({ operation: 'Delete', target: 'orders', onComputeNodes: false });
  expect(root.children[0]).toMatchObject({ operation: expect.stringContaining('Scan'), target: 'orders' });
  expect(advice).toEqual([]);
  // A second statement after EXPLAIN is rejected, by AWS too.
  await expect(explainQuery('select 1; delete from orders')).rejects.toThrow();
  expect(await query('select 1 as n from orders where id = 1').toArray()).toEqual([{ n: 1 }]);
});
