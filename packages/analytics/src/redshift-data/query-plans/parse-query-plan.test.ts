import { UnexpectedResponseError } from '@arch/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { aggregate, external, joins, product, sorted, union } from './__fixtures__/plans.js';
import { parseQueryPlan, type PlanNode } from './index.js';

/** Operations with their targets, indented as in the tree. */
const outline = ({ operation, target, alias, children }: PlanNode, depth = 0): string =>
  [
    `${'  '.repeat(depth)}${[operation, target, alias].filter(Boolean).join(' ')}`,
    ...children.map((child) => outline(child, depth + 1)),
  ].join('\n');

const outlineOf = (text: string): string => outline(parseQueryPlan(text).root);

describe('a plan is a tree', () => {
  it('of operations with their estimates', () => {
    expect(parseQueryPlan(aggregate).root).toEqual({
      operation: 'HashAggregate',
      onComputeNodes: true,
      cost: { first: 131.97, total: 133.41 },
      rows: 576,
      widthBytes: 17,
      conditions: [],
      children: [
        {
          operation: 'Seq Scan',
          target: 'event',
          onComputeNodes: true,
          cost: { first: 0, total: 87.98 },
          rows: 8_798,
          widthBytes: 17,
          conditions: [],
          children: [],
        },
      ],
    });
  });

  it('of operations with their filters, join conditions and sort keys', () => {
    const { root } = parseQueryPlan(sorted);
    expect(root.conditions).toEqual([{ kind: 'Merge Key', expression: 'sum(sales.pricepaid)' }]);
    const [network] = root.children;
    expect(network?.conditions).toEqual([{ kind: 'Send to leader', expression: '' }]);
    const join = network?.children[0]?.children[0]?.children[0];
    expect(join).toMatchObject({ operation: 'Hash Join', distribution: 'DS_BCAST_INNER', rows: 172_456 });
    expect(join?.conditions).toEqual([{ kind: 'Hash Cond', expression: '("outer".eventid = "inner".eventid)' }]);
  });

  it('of joins, with the outer side first', () => {
    expect(outlineOf(joins)).toBe(
      `HashAggregate
  Hash Join
    Hash Join
      Hash Join
        Merge Join
          Seq Scan listing
          Seq Scan sales s
        Hash
          Seq Scan venue
      Hash
        Seq Scan users
    Hash
      Seq Scan category`,
    );
  });

  it('of subqueries, and of operations on the leader node', () => {
    expect(outlineOf(union)).toBe(
      `Unique
  Append
    Subquery Scan "*SELECT* 1"
      Seq Scan venue
    Subquery Scan v
      Seq Scan pg_class c1
    Aggregate
      Multi Scan`,
    );
    const [append] = parseQueryPlan(union).root.children;
    expect(append?.children[1]?.children[0]).toMatchObject({ operation: 'Seq Scan', onComputeNodes: false });
  });

  it('of external tables and their partitions', () => {
    expect(outlineOf(external)).toBe(
      `Hash Join
  Seq Scan public.event e
  Hash
    Partition Loop
      Seq Scan PartitionInfo spectrum.sales
      S3 Query Scan sales
        S3 HashAggregate
          S3 Seq Scan spectrum.sales`,
    );
    const federated = `XN PG Query Scan category  (cost=0.00..1.00 rows=1 width=1)
  ->  Remote PG Seq Scan "my shop".category  (cost=0.00..1.00 rows=1 width=1)`;
    expect(outlineOf(federated)).toBe('PG Query Scan category\n  Remote PG Seq Scan "my shop".category');
  });

  it('of tables with quoted names', () => {
    expect(outlineOf('XN Seq Scan on shop."on sale" "the best"  (cost=0.00..1.00 rows=1 width=1)')).toBe(
      'Seq Scan shop."on sale" "the best"',
    );
    expect(outlineOf('Index Scan using "by day" on public."my ""sales""" s  (cost=0.00..1.00 rows=1 width=1)')).toBe(
      'Index Scan using "by day" public."my ""sales""" s',
    );
    expect(outlineOf('XN S3 Query Scan "stock on hand"  (cost=0.00..1.00 rows=1 width=1)')).toBe(
      'S3 Query Scan "stock on hand"',
    );
    expect(outlineOf(product)).toBe('Nested Loop\n  Seq Scan "the events" e\n  Seq Scan category c');
  });
});

describe('other texts', () => {
  it('can contain a heading and tabs', () => {
    const text = `QUERY PLAN\n-------------------\n${aggregate.trim().replace('  ->', '\t->')}\n(2 rows)`;
    expect(outlineOf(text)).toBe('HashAggregate\n  Seq Scan event');
  });

  it('can be plans of Postgres, without DS_ and XN', () => {
    const text = `
Nested Loop  (cost=0.29..16.34 rows=1 width=8)
  ->  Index Scan using orders_pkey on public.orders o  (cost=0.14..8.16 rows=1 width=4)
        Index Cond: (id = 7)
  ->  Bitmap Heap Scan on items  (cost=0.15..8.17 rows=1 width=8)
        Recheck Cond: (order_id = 7)
        ->  Bitmap Index Scan on items_order  (cost=0.00..0.15 rows=1 width=0)`;
    const { root, advice } = parseQueryPlan(text);
    expect(root).toMatchObject({
      onComputeNodes: false,
      children: [
        { operation: 'Index Scan using orders_pkey', target: 'public.orders', alias: 'o' },
        { operation: 'Bitmap Heap Scan', target: 'items', children: [{ operation: 'Bitmap Index Scan' }] },
      ],
    });
    // A nested loop with an index is not a Cartesian product.
    expect(advice).toEqual([]);
  });

  it.each(['', 'QUERY PLAN', '----- Tables missing statistics: a -----', 'select 1'])(
    'without an operation throw UnexpectedResponseError: %o',
    (text) => {
      expect(() => parseQueryPlan(text)).toThrow(UnexpectedResponseError);
    },
  );

  it('contain every operation, at any depth', () => {
    const { node } = fc.letrec<{ node: readonly unknown[] }>((tie) => ({
      node: fc.oneof({ depthSize: 'small' }, fc.constant([]), fc.array(tie('node'), { maxLength: 3 })),
    }));
    const write = (children: readonly unknown[], depth: number): string =>
      [
        `${'  '.repeat(3 * depth)}${depth ? '->  ' : ''}XN Step ${depth}  (cost=0.00..1.00 rows=1 width=1)`,
        ...children.map((child) => write(child as readonly unknown[], depth + 1)),
      ].join('\n');
    const shape = ({ children }: PlanNode): readonly unknown[] => children.map(shape);
    fc.assert(
      fc.property(node, (tree) => {
        expect(shape(parseQueryPlan(write(tree, 0)).root)).toEqual(tree);
      }),
    );
  });
});
