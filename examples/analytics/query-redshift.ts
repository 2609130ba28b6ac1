// Writes rows to Redshift and reads them with a schema. Parameters are sent separately from the SQL. Creates: one table, dropped at the end.
import { redshiftDatabase } from '@arch/analytics';
import * as z from 'zod/mini';

const { REDSHIFT_WORKGROUP: workgroupName = 'reports', REDSHIFT_DATABASE: database = 'dev' } = process.env;
const { query, executeStatement } = redshiftDatabase({ workgroupName, database });

await executeStatement('create table orders (shop int, day date, price numeric(10, 2)) distkey(shop) sortkey(day)');

try {
  await executeStatement(
    "insert into orders values (7, '2026-11-01', 1.50), (7, '2026-11-02', 2.25), (8, '2026-11-01', 9.00)",
  );
  const sales = z.object({ day: z.string(), total: z.string() });
  const sql = 'select day, sum(price) as total from orders where shop = :shop group by day order by day';
  for await (const { day, total } of query(sql, { shop: 7 }, sales)) console.log(day, total);
} finally {
  await executeStatement('drop table orders');
}
