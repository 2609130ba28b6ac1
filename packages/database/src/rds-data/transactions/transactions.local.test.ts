import { NotFoundError, StatementError } from '@arch/core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';

import { sql as runSql } from '../sql/index.js';
import { beginTransaction, commitTransaction, rdsDatabase, rollbackTransaction } from './index.js';

const target = {
  resourceArn: 'arn:aws:rds:us-east-1:123456789012:cluster:transactions',
  secretArn: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:sql-AbCdEf',
  database: 'postgres',
};
const { sql, transaction } = rdsDatabase(target);
const stored = async (): Promise<unknown> => (await sql('select stored from stock')).rows[0]?.['stored'];

beforeAll(() => sql('create table stock (item int primary key, stored int check (stored >= 0))'));
beforeEach(() => sql('insert into stock values (1, 5) on conflict (item) do update set stored = 5'));
afterAll(() => sql('drop table stock'));

const take = 'update stock set stored = stored - :amount';

it('commits all changes when its work resolves', async () => {
  const left = await transaction(async (tx) => {
    await Promise.all([tx.sql(take, { amount: 1 }), tx.sql(take, { amount: 2 })]);
    const { rows } = await tx.sql('select stored from stock');
    return rows[0]?.['stored'];
  });
  expect(left).toBe(2);
  expect(await stored()).toBe(2);
});

it('rolls back if its work throws', async () => {
  const soldOut = new Error('sold out');
  const failing = transaction(async (tx) => {
    await tx.sql(take, { amount: 1 });
    throw soldOut;
  });
  await expect(failing).rejects.toBe(soldOut);
  expect(await stored()).toBe(5);
});

it('rolls back if a statement fails', async () => {
  const failing = transaction(async (tx) => {
    await tx.sql(take, { amount: 1 });
    await tx.sql(take, { amount: 100 });
  });
  await expect(failing).rejects.toMatchObject({ sqlState: '23514' });
  expect(await stored()).toBe(5);
});

it('rolls back if its work ignores that a statement failed', async () => {
  const failing = transaction(async (tx) => {
    await tx.sql(take, { amount: 1 });
    await tx.sql(take, { amount: 100 }).catch(() => undefined);
  });
  await expect(failing).rejects.toThrow(StatementError);
  await expect(failing).rejects.toThrow('No change of the transaction has taken effect.');
  expect(await stored()).toBe(5);
});

it('rolls back if the call is aborted', async () => {
  const controller = new AbortController();
  const reason = new Error('enough');
  const call = transaction(
    async (tx) => {
      await tx.sql(take, { amount: 1 });
      controller.abort(reason);
      await new Promise(() => undefined);
    },
    { signal: controller.signal },
  );
  await expect(call).rejects.toBe(reason);
  expect(await stored()).toBe(5);
});

it('begins, commits and rolls back transactions with separate functions', async () => {
  const { database: _database, ...cluster } = target;
  const first = await beginTransaction(target);
  await runSql({ ...target, ...first, sql: take, parameters: { amount: 1 } });
  await commitTransaction({ ...cluster, ...first });
  await expect(commitTransaction({ ...cluster, ...first })).rejects.toThrow(NotFoundError);
  const second = await beginTransaction(target);
  await runSql({ ...target, ...second, sql: take, parameters: { amount: 1 } });
  await rollbackTransaction({ ...cluster, ...second });
  expect(await stored()).toBe(4);
});

it('reads any number of rows through a cursor, as they were at the first request', async () => {
  const rows = await transaction(async (tx) => {
    const numbers: unknown[] = [];
    const sqlText = 'select n from generate_series(1, :most) as n where n > (select min(item) from stock) order by n';
    for await (const { n } of tx.listRows(sqlText, { most: 120 })) {
      numbers.push(n);
      if (numbers.length === 15) await tx.sql('update stock set item = 50');
    }
    await tx.sql('update stock set item = 1');
    return numbers;
  });
  expect(rows).toEqual(Array.from({ length: 119 }, (_, index) => index + 2));
});
