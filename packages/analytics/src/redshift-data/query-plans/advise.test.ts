import { describe, expect, it } from 'vitest';

import { aggregate, external, joins, product, sorted } from './__fixtures__/plans.js';
import { parseQueryPlan, type PlanAdvice } from './index.js';

const adviceOn = (text: string): readonly PlanAdvice[] => parseQueryPlan(text).advice;
const messagesOn = (text: string): readonly string[] => adviceOn(text).map(({ message }) => message);

const join = (distribution: string, innerRows = 1_000_000): string => `
XN Hash Join ${distribution}  (cost=10.00..2000000.00 rows=5000000 width=40)
  Hash Cond: ("outer".shop = "inner".id)
  ->  XN Seq Scan on orders  (cost=0.00..50000.00 rows=5000000 width=30)
  ->  XN Hash  (cost=100.00..100.00 rows=${innerRows} width=20)
        ->  XN Seq Scan on shops  (cost=0.00..100.00 rows=${innerRows} width=20)`;

describe('advice', () => {
  it('is empty for a plan without problems', () => {
    expect(adviceOn(aggregate)).toEqual([]);
    expect(adviceOn(join('DS_DIST_NONE'))).toEqual([]);
    expect(adviceOn(join('DS_DIST_ALL_NONE'))).toEqual([]);
  });

  it.each([
    ['DS_BCAST_INNER', 'shops (1,000,000 rows, about 20 MB) is copied to every node'],
    ['DS_DIST_BOTH', 'orders and shops are both redistributed between the nodes'],
    ['DS_DIST_ALL_INNER', 'shops is sent to a single slice'],
    ['DS_DIST_INNER', 'shops (1,000,000 rows, about 20 MB) is redistributed between the nodes'],
    ['DS_DIST_OUTER', 'orders is redistributed between the nodes'],
  ])('on %s names the table that is moved, and the remedy', (distribution, beginning) => {
    const [advice, ...others] = adviceOn(join(distribution));
    expect(advice).toMatchObject({ kind: 'distribution', node: { distribution } });
    expect(advice?.message).toContain(beginning);
    expect(advice?.message).toContain('on “("outer".shop = "inner".id)”');
    expect(advice?.message).toMatch(/distribution key|DISTSTYLE/);
    expect(others).toEqual([]);
  });

  it('omits the copy of a small table, but not of a table of unknown size', () => {
    expect(adviceOn(join('DS_BCAST_INNER', 11))).toEqual([]);
    const [advice] = adviceOn(
      'XN Hash Join DS_BCAST_INNER (cost=0.00..1.00 rows=1 width=1)\n  ->  XN Seq Scan on a\n  ->  XN Seq Scan on b',
    );
    expect(advice?.message).toContain('b (of unknown size) is copied to every node');
  });

  it('begins with missing statistics, before the Cartesian product', () => {
    const advice = adviceOn(product);
    expect(advice.map(({ kind }) => kind)).toEqual(['missing-statistics', 'missing-statistics', 'nested-loop']);
    expect(advice[1]?.message).toContain('run ANALYZE category');
    expect(advice[1]?.node?.target).toBe('category');
    expect(advice[2]?.message).toBe(
      'Every row of "the events" is compared with every row of category: a join condition is missing.',
    );
  });

  it.each([
    ['my users', '"my users"', 'ANALYZE "my users"'],
    ['my users', 'public."my users"', 'ANALYZE public."my users"'],
    ['public.my users', '"my users"', 'ANALYZE public."my users"'],
    ['public."my users"', 'public."my users"', 'ANALYZE public."my users"'],
    ['public.users', 'users', 'ANALYZE public.users'],
    ['a.b', '"a.b"', 'ANALYZE "a.b"'],
    ['north, south', '"north, south"', 'ANALYZE "north, south"'],
    ['say "hi"', '"say ""hi"""', 'ANALYZE "say ""hi"""'],
    ['order', '"order"', 'ANALYZE "order"'],
  ])('on missing statistics of %s (in the plan: %s) quotes the name as SQL requires', (name, target, message) => {
    const [advice, ...others] = adviceOn(
      `XN Seq Scan on ${target} u  (cost=0.00..499.90 rows=49990 width=21)\n----- Tables missing statistics: ${name} -----`,
    );
    expect(advice?.message).toMatch(/: run ANALYZE .*\.$/);
    expect(advice?.message).toContain(`${message}.`);
    expect(advice?.node?.target).toBe(target);
    expect(others).toEqual([]);
  });

  it('on missing statistics of tables that the plan does not contain quotes names as SQL requires', () => {
    const text = `${aggregate}\n----- Tables missing statistics: My Users, shop.items, shop.big items -----`;
    expect(messagesOn(text).map((message) => message.split('run ')[1])).toEqual([
      'ANALYZE "My Users".',
      'ANALYZE shop.items.',
      'ANALYZE shop."big items".',
    ]);
  });

  it('on an external table recommends neither ANALYZE nor a distribution', () => {
    const [statistics, movement, ...others] = adviceOn(external);
    expect(statistics?.message).toBe(
      'The statistics of spectrum.sales are missing, so the plan may not be optimal: it is an external table, so set its ' +
        "number of rows with ALTER TABLE spectrum.sales SET TABLE PROPERTIES ('numRows'='…').",
    );
    expect(statistics?.node?.operation).toBe('Seq Scan PartitionInfo');
    expect(movement?.message).toMatch(
      /^spectrum\.sales \(87,980 rows, about 2 MB\) is copied to every node for the join with public\.event on .*filter spectrum\.sales by its partition columns/,
    );
    expect(movement?.message).not.toContain('DISTSTYLE');
    expect(others).toEqual([]);
  });

  it.each([
    ['DS_BCAST_INNER', 'If it is not small, give shops DISTSTYLE ALL.'],
    ['DS_DIST_BOTH', ': give shops DISTSTYLE ALL.'],
    ['DS_DIST_OUTER', ': filter spectrum.orders by its partition columns'],
    ['DS_DIST_INNER', ': make the joined column its distribution key'],
  ])('on %s of an external table on the outer side', (distribution, ending) => {
    const text = join(distribution).replace('XN Seq Scan on orders', 'XN S3 Query Scan spectrum.orders');
    expect(messagesOn(text)).toEqual([expect.stringContaining(ending)]);
  });

  it('on a sort of an external table does not recommend a sort key', () => {
    const text = `
XN Sort  (cost=1000000000000.00..1000000000001.00 rows=2000000 width=50)
  Sort Key: day
  ->  XN S3 Query Scan sales  (cost=0.00..20000.00 rows=2000000 width=50)`;
    expect(messagesOn(text)).toEqual([
      expect.stringMatching(/are sorted by “day”: omit the order if you do not need it\.$/),
    ]);
  });

  it('on a Cartesian product with a filter recommends a join on equal columns', () => {
    const text = `
XN Nested Loop DS_BCAST_INNER  (cost=0.00..2815366577.07 rows=96778 width=66)
  Join Filter: ("outer".price > "inner".limit)
  ->  XN Seq Scan on sales  (cost=0.00..87.98 rows=8798 width=17)
  ->  XN Seq Scan on limits  (cost=0.00..0.11 rows=11 width=49)`;
    expect(messagesOn(text)).toEqual([
      'Every row of sales is compared with every row of limits by the condition “("outer".price > "inner".limit)”: ' +
        'if possible, add a condition that joins on equal columns.',
    ]);
  });

  it('is in the order of the costs of operations without their children', () => {
    expect(adviceOn(joins).map(({ kind, node }) => [kind, node?.distribution])).toEqual([
      ['distribution', 'DS_DIST_BOTH'],
    ]);
    const [first] = adviceOn(sorted);
    expect(first?.message).toMatch(
      /^event \(8,798 rows, about 185 KB\) is copied to every node for the join with sales/,
    );
  });

  it.each([
    [
      'sort-key',
      `XN Seq Scan on sales  (cost=0.00..62500.00 rows=40 width=20)
         Filter: (day = '2026-11-01'::date)`,
      /^sales is scanned for the 40 rows that match “\(day = .*\)”: if the sort key/,
    ],
    [
      'sort',
      `XN Sort  (cost=1000000000000.00..1000000000001.00 rows=2000000 width=50)
         Sort Key: day
         ->  XN Seq Scan on sales  (cost=0.00..20000.00 rows=2000000 width=50)`,
      /^2,000,000 rows \(about 100 MB\) are sorted by “day”/,
    ],
    [
      'large-result',
      `XN Network  (cost=0.00..20000.00 rows=2000000 width=500)
         Send to leader
         ->  XN Seq Scan on sales  (cost=0.00..20000.00 rows=2000000 width=500)`,
      /^2,000,000 rows \(about 1 GB\) pass through the leader node.*UNLOAD/,
    ],
  ])('of kind %s', (kind, text, message) => {
    const [advice, ...others] = adviceOn(text);
    expect(advice).toMatchObject({ kind });
    expect(advice?.message).toMatch(message);
    expect(others).toEqual([]);
  });

  it('is empty for few rows', () => {
    expect(adviceOn('XN Seq Scan on sales  (cost=0.00..100.00 rows=40 width=20)\n  Filter: (a = 1)')).toEqual([]);
    expect(adviceOn('XN Sort  (cost=0.00..1.00 rows=200 width=50)\n  Sort Key: day')).toEqual([]);
  });
});
