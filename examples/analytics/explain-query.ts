// Shows how Redshift would run a query, and advice to make it faster. Creates: two tables, dropped at the end.
import { type PlanNode, redshiftDatabase } from '@arch/analytics';

const { REDSHIFT_WORKGROUP: workgroupName = 'reports', REDSHIFT_DATABASE: database = 'dev' } = process.env;
const { executeStatements, explainQuery } = redshiftDatabase({ workgroupName, database });

await executeStatements([
  'create table shops (shop int, city varchar(50)) distkey(city)',
  'create table sales (shop int, day date, price numeric(10, 2)) distkey(day) sortkey(day)',
]);

try {
  const sql = 'select city, sum(price) from sales join shops using (shop) where day >= :day group by city';
  const { root, advice } = await explainQuery(sql, { day: '2026-11-01' });
  const print = ({ operation, target = '', rows, children }: PlanNode, depth = 0): void => {
    console.log(`${'  '.repeat(depth)}${operation} ${target} (${rows} rows)`);
    for (const child of children) print(child, depth + 1);
  };
  print(root);
  for (const { kind, message } of advice) console.log(`${kind}: ${message}`);
} finally {
  await executeStatements(['drop table sales', 'drop table shops']);
}
