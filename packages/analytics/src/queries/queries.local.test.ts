import { z } from '@arch/core/builder';
import { expect, it } from 'vitest';

import { redshiftDatabase, StatementError } from './index.js';

it('SQL runs: rows are written, read by a schema, and a mistake says where it is', async () => {
  const { query, executeStatement } = redshiftDatabase({ workgroupName: 'local', database: 'dev' });
  await executeStatement(
    'create table orders (id int not null, day date, price numeric(10, 2)) distkey(id) sortkey(day)',
  );
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
  const failing = query('select pric from orders').toArray();
  await expect(failing).rejects.toThrow(StatementError);
  await expect(failing).rejects.toThrow('column "pric" does not exist');

  let count = 0;
  for await (const { n } of query<{ n: number }>('select n from generate_series(1, 5000) as s(n)'))
    count += n > 0 ? 1 : 0;
  expect(count).toBe(5_000);
  await executeStatement('drop table orders');
});
