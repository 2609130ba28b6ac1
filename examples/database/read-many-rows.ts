// Reads a result that is larger than the 1 MiB of the RDS Data API in pages, with a cursor: all rows have their values of the first request. Creates: one table, dropped at the end.
import { rdsDatabase } from '@arch/database';
import * as z from 'zod/mini';

const account = 'us-east-1:123456789012';
const { AURORA_CLUSTER_ARN: resourceArn = `arn:aws:rds:${account}:cluster:shop` } = process.env;
const { AURORA_SECRET_ARN: secretArn = `arn:aws:secretsmanager:${account}:secret:shop-AbCdEf` } = process.env;
const { sql, transaction } = rdsDatabase({ resourceArn, secretArn, database: 'postgres' });

await sql("create table visits as select n as visit, repeat('x', 1000) as page from generate_series(1, 3000) as n");

try {
  const visit = z.object({ visit: z.number(), page: z.string() });
  const [count, characters] = await transaction(async (tx) => {
    let [rows, length] = [0, 0];
    for await (const { page } of tx.listRows('select visit, page from visits', {}, visit)) {
      rows++;
      length += page.length;
      // Changes do not affect the rows that are read later.
      if (rows === 100) await tx.sql('delete from visits where visit > :last', { last: 200 });
    }
    return [rows, length] as const;
  });
  console.log(`${count} rows with ${characters} characters`);
} finally {
  await sql('drop table visits');
}
