// Sells items from a stock in an Aurora database: parameters, rows with a schema, and a transaction. Creates: two tables, dropped at the end.
import { rdsDatabase } from '@arch/database';
import * as z from 'zod/mini';

const account = 'us-east-1:123456789012';
const { AURORA_CLUSTER_ARN: resourceArn = `arn:aws:rds:${account}:cluster:shop` } = process.env;
const { AURORA_SECRET_ARN: secretArn = `arn:aws:secretsmanager:${account}:secret:shop-AbCdEf` } = process.env;
const { sql, sqlBatch, transaction } = rdsDatabase({ resourceArn, secretArn, database: 'postgres' });

await sql('create table stock (item int primary key, price numeric(10, 2), stored int)');
await sql('create table sales (item int, at timestamptz)');

const sell = (item: number): Promise<void> =>
  transaction(async (tx) => {
    await tx.sql('insert into sales values (:item, :at)', { item, at: new Date() });
    const left = 'update stock set stored = stored - 1 where item = :item and stored > 0';
    const { updatedRows } = await tx.sql(left, { item });
    if (updatedRows === 0) throw new Error(`item ${item} is sold out`);
  });

try {
  const items = [7, 8].map((item) => ({ item, price: { decimal: '1.50' }, stored: 1 }));
  await sqlBatch('insert into stock values (:item, :price, :stored)', items);
  await sell(7);
  await sell(7).catch((error: Error) => console.log(error.message));

  const sale = z.object({ item: z.number(), price: z.string(), at: z.date() });
  const { rows } = await sql('select item, price, at from sales join stock using (item)', {}, sale);
  for (const { item, price, at } of rows) console.log(item, price, at.getUTCFullYear() > 2000);
} finally {
  await sql('drop table sales');
  await sql('drop table stock');
}
