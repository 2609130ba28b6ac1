import { StatementError } from '@arch/core';
import { expect, it } from 'vitest';

import { fakeRedshift, called, column, noResult, statementId, target } from '../../__fixtures__/redshift-answers.js';
import { explainQuery, redshiftDatabase } from './index.js';

const lines = [
  'XN Nested Loop DS_BCAST_INNER  (cost=0.00..123456789.12 rows=1000000 width=20)',
  '  ->  XN Seq Scan on event  (cost=0.00..87.98 rows=8798 width=17)',
  '  ->  XN Seq Scan on category  (cost=0.00..0.11 rows=11 width=49)',
  '----- Nested Loop Join in the query plan - review the join predicates to avoid Cartesian products -----',
];
const plan = [column('QUERY PLAN', 'varchar')];

it('returns the plan as a tree with advice, without running the statement', async () => {
  await using aws = fakeRedshift(
    lines.map((stringValue) => [{ stringValue }]),
    plan,
  );
  const { explainQuery: explain } = redshiftDatabase(target);
  const sql = 'select * from event, category where :shop = 7';
  const { root, advice, text } = await explain(sql, { shop: 7 }, { session: aws.session });
  expect(root).toMatchObject({ operation: 'Nested Loop', children: [{ target: 'event' }, { target: 'category' }] });
  expect(advice.map(({ kind }) => kind)).toEqual(['nested-loop']);
  expect(text).toBe(lines.join('\n'));
  expect(called(aws)).toEqual(['ExecuteStatement', 'GetStatementResult']);
  expect(aws.requests[0]?.input).toMatchObject({
    Sql: `EXPLAIN ${sql}`,
    Parameters: [{ name: 'shop', value: '7' }],
  });
});

it('reads all pages of a plan', async () => {
  await using aws = fakeRedshift();
  const page = (line: string, NextToken?: string): object => ({
    ColumnMetadata: plan,
    Records: [[{ stringValue: line }]],
    ...(NextToken !== undefined && { NextToken }),
  });
  aws.once('GetStatementResult', page(lines[0]!, 'next'));
  aws.once('GetStatementResult', page(lines[1]!));
  const { root } = await explainQuery({ ...target, sql: 'select 1' }, { session: aws.session });
  expect(root.children).toMatchObject([{ target: 'event', rows: 8_798 }]);
});

it('returns the position of an error in the SQL of the caller, without EXPLAIN', async () => {
  await using aws = fakeRedshift();
  aws.on('GetStatementResult', noResult);
  const Error = 'ERROR: relation "evnt" does not exist\n  Position: 23';
  aws.on('DescribeStatement', { Id: statementId, Status: 'FAILED', Error });
  const call = explainQuery({ ...target, sql: 'select * from evnt' }, { session: aws.session });
  await expect(call).rejects.toThrow(StatementError);
  await expect(call).rejects.toMatchObject({ position: 15, operation: 'explainQuery' });
});
