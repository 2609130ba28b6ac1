import { StatementError } from '@arch/core';
import { z } from '@arch/core/builder';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { rdsDatabase } from '../transactions/index.js';

const { sql, sqlBatch } = rdsDatabase({
  resourceArn: 'arn:aws:rds:us-east-1:123456789012:cluster:sql',
  secretArn: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:sql-AbCdEf',
  database: 'postgres',
});

beforeAll(() =>
  sql(
    'create table orders (id uuid primary key, shop int not null, total numeric(20, 2), details jsonb, at timestamptz)',
  ),
);
afterAll(() => sql('drop table orders'));

const id = 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11';

it('writes rows and reads them with a schema, with unchanged values of every type', async () => {
  const at = new Date('2026-11-01T10:00:00.123Z');
  const details = { items: ["O'Hara; drop table orders", 2], gift: null };
  const insert = 'insert into orders values (:id, :shop, :total, :details, :at)';
  const total = { decimal: '12345678901234567.89' };
  const { updatedRows } = await sql(insert, { id: { uuid: id }, shop: 7, total, details: { json: details }, at });
  expect(updatedRows).toBe(1);
  const order = z.object({ id: z.string(), shop: z.number(), total: z.string(), details: z.unknown(), at: z.date() });
  const { rows } = await sql('select * from orders where id = :id', { id: { uuid: id } }, order);
  expect(rows).toEqual([{ id, shop: 7, total: '12345678901234567.89', details, at }]);
});

it('returns parameters unchanged', async () => {
  const text = `'; drop table orders; -- :big $1 \\' "`;
  const parameters = { text, big: 2n ** 63n - 1n, bytes: new Uint8Array([0, 255]), none: null, truth: true, half: 0.1 };
  const { rows } = await sql(
    'select :text as text, :big as big, :bytes as bytes, cast(:none as int) as none, :truth as truth, :half as half',
    parameters,
  );
  expect(rows).toEqual([parameters]);
});

it('sends typed parameters with the types of the database', async () => {
  const { rows } = await sql(
    `select pg_typeof(:day)::text as day, pg_typeof(:time)::text as time, pg_typeof(:at)::text as at,
      pg_typeof(:exact)::text as exact, pg_typeof(:nothing)::text as nothing, pg_typeof(:json)::text as json`,
    {
      day: { date: '2026-11-01' },
      time: { time: '10:00:00' },
      at: { timestamp: '2026-11-01 10:00:00.5' },
      exact: { decimal: 1n },
      nothing: { uuid: null },
      json: { json: null },
    },
  );
  expect(rows).toEqual([
    {
      day: 'date',
      time: 'time without time zone',
      at: 'timestamp without time zone',
      exact: 'numeric',
      nothing: 'uuid',
      json: 'json',
    },
  ]);
});

it('returns arrays as lists, with null values and all digits', async () => {
  const { rows } = await sql(
    `select '{1,NULL,9223372036854775807}'::int8[] as longs, '{a,NULL}'::text[] as texts, '{t,NULL}'::bool[] as truths,
      '{1.10}'::numeric[] as exact, array['2026-11-01 10:00'::timestamp] as times`,
  );
  expect(rows).toEqual([
    {
      longs: [1, null, 2n ** 63n - 1n],
      texts: ['a', null],
      truths: [true, null],
      exact: ['1.10'],
      times: [new Date('2026-11-01T10:00:00Z')],
    },
  ]);
});

it('writes many rows with one request', async () => {
  const sets = Array.from({ length: 500 }, (_, index) => ({
    id: { uuid: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}` },
    shop: 1_000 + index,
  }));
  await sqlBatch('insert into orders (id, shop) values (:id, :shop)', sets);
  const { rows } = await sql('select count(*) as n, max(shop) as most from orders where shop >= 1000');
  expect(rows).toEqual([{ n: 500, most: 1_499 }]);
});

describe('errors', () => {
  it('of the database contain the SQL state, the line and the position', async () => {
    const failing = sql('select id,\n pric from orders');
    await expect(failing).rejects.toThrow(StatementError);
    await expect(failing).rejects.toMatchObject({ sqlState: '42703', line: 2, position: 13 });
    const twice = sql('insert into orders (id, shop) values (:id, 1), (:id, 2)', {
      id: { uuid: `${id.slice(0, -1)}2` },
    });
    await expect(twice).rejects.toMatchObject({ sqlState: '23505' });
  });

  it('of a result that is too large name the remedy', async () => {
    await expect(sql("select repeat('x', 1100000) as text")).rejects.toThrow(
      /A result can have at most 1 MiB.* tx\.listRows/,
    );
  });
});
