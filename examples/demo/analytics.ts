import { type PlanNode, redshiftDatabase } from '@arch/analytics';
import * as z from 'zod/mini';

import type { DemoLayer } from './demo-layer.ts';
import { type Branch, note, tree } from './screen.ts';

const branch = ({ operation, target, cost, rows, children }: PlanNode): Branch => ({
  text: `${operation}${target ? ` on ${target}` : ''}  cost ${cost?.total.toFixed(0) ?? '?'}, ${rows ?? '?'} rows`,
  children: children.map(branch),
});

export const analytics: DemoLayer = {
  name: 'analytics',
  heading: 'Analytics: SQL over the Redshift Data API',
  simulated: 'the workgroup; Postgres runs the SQL and makes the plans',
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
      'Submits the SQL, waits, reads all pages and checks the rows, in two requests. Parameters never become part of the SQL.',
    );
    const sales = z.object({ day: z.string(), total: z.string() });
    await step(
      () =>
        query(
          'select day, sum(price) as total from orders where shop = :shop group by day order by day',
          { shop: 2 },
          sales,
        ).toArray(),
      (rows) => rows.slice(0, 3),
    );
    note('An error of the database has its SQL state and its position.');
    await rejected(() => query('select day, sum(prise) from orders group by day').toArray());
    note('The plan of a query as a tree, with advice. This join has no condition.');
    await step(
      () =>
        explainQuery(
          'select a.day, sum(a.price) from orders a, orders b where a.shop = 2 group by a.day order by a.day',
        ),
      ({ root, advice }) => {
        tree(branch(root));
        for (const { kind, message } of advice) note(`${kind}: ${message}`);
        return [];
      },
    );
    await step(() => executeStatement('drop table orders'));
  },
};
