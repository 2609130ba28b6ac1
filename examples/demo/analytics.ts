import { redshiftDatabase } from '@arch/analytics';
import * as z from 'zod/mini';

import type { DemoLayer } from './demo-layer.ts';
import { note } from './screen.ts';

export const analytics: DemoLayer = {
  name: 'analytics',
  heading: 'Analytics: SQL over the Redshift Data API',
  simulated: "the cluster; SQL runs on Postgres, whose plans differ from Redshift's",
  show: async ({ step, rejected }) => {
    const { query, executeStatement, explainQuery } = redshiftDatabase({ workgroupName: 'reports', database: 'dev' });
    await step(() =>
      executeStatement('create table orders (shop int, day date, price numeric(10, 2)) distkey(shop) sortkey(day)'),
    );
    await step(() =>
      executeStatement(
        "insert into orders select 1 + n % 3, date '2026-11-01' + n % 5, n from generate_series(1, 3000) n",
      ),
    );
    note(
      'Two requests submit the query, wait for its end and read its rows. Parameters are sent separately from the SQL.',
    );
    const sales = z.object({ day: z.string(), total: z.string() });
    const sql = 'select day, sum(price) as total from orders where shop = :shop group by day order by day';
    await step(
      () => query(sql, { shop: 2 }, sales).toArray(),
      (rows) => rows.slice(0, 3),
    );
    note('An error of the database contains the SQL state and the position.');
    await rejected(() => query('select day, sum(prise) from orders group by day').toArray());
    await step(
      () => explainQuery('select * from orders a, orders b'),
      ({ root, advice }) => [
        { operation: root.operation, cost: root.cost?.total, rows: root.rows, advice: advice.map(({ kind }) => kind) },
      ],
    );
    await step(() => executeStatement('drop table orders'));
  },
};
