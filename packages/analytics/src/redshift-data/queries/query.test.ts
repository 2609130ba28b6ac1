import { InvalidInputError, UnexpectedResponseError } from '@arch/core';
import { z } from '@arch/core/builder';
import { fault } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { fakeRedshift, called, column, noResult, statementId, target } from '../../__fixtures__/redshift-answers.js';
import { query, redshiftDatabase } from './index.js';

/** Waits until requests in progress have completed. */
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 30; turn++) await new Promise((resolve) => void setImmediate(resolve));
};

describe('a query', () => {
  it('that is short sends two requests; AWS holds the response of the second until the result is ready', async () => {
    await using aws = fakeRedshift();
    expect(await query({ ...target, sql: 'select 1 as n' }, { session: aws.session }).toArray()).toEqual([{ n: 1 }]);
    expect(called(aws)).toEqual(['ExecuteStatement', 'GetStatementResult']);
    expect(aws.requests[0]?.input).toMatchObject({ Sql: 'select 1 as n', WorkgroupName: 'reports', Database: 'dev' });
    expect(aws.requests[1]?.input).toEqual({ Id: statementId, WaitTimeSeconds: 20 });
  });

  it('that takes longer waits with DescribeStatement, then requests its rows', async () => {
    await using aws = fakeRedshift();
    aws.once('GetStatementResult', noResult);
    aws.once('DescribeStatement', { Id: statementId, Status: 'STARTED' });
    aws.once('DescribeStatement', { Id: statementId, Status: 'FINISHED', HasResultSet: true });
    expect(await query({ ...target, sql: 'select 1 as n' }, { session: aws.session }).toArray()).toEqual([{ n: 1 }]);
    expect(called(aws).slice(1)).toEqual([
      'GetStatementResult',
      'DescribeStatement',
      'DescribeStatement',
      'GetStatementResult',
    ]);
    expect(aws.requests.map(({ input }) => input['WaitTimeSeconds'])).toEqual([undefined, 20, 20, 20, undefined]);
  });

  it('can wait longer for AWS than attemptTimeoutMs', async () => {
    await using aws = fakeRedshift();
    aws.once('GetStatementResult', noResult);
    const hung = (Status: string) => async (): Promise<object> => {
      await new Promise<void>((done) => void aws.clock.schedule(19_000, 'pause', done));
      return { Id: statementId, Status, HasResultSet: true };
    };
    for (const state of ['STARTED', 'STARTED', 'STARTED', 'STARTED', 'FINISHED']) {
      aws.once('DescribeStatement', hung(state));
    }
    const options = { session: aws.session, attemptTimeoutMs: 5_000 };
    expect(await query({ ...target, sql: 'select 1 as n' }, options).toArray()).toEqual([{ n: 1 }]);
    expect(called(aws).filter((name) => name === 'DescribeStatement')).toHaveLength(5);
    expect(aws.clock.elapsedMs).toBeGreaterThan(90_000);
  });

  it('rejects aws.ResultFormat, which would change the form of the rows', async () => {
    await using aws = fakeRedshift();
    const input = { ...target, sql: 'select 1 as n', aws: { ResultFormat: 'CSV' } };
    const rows = query(input, { session: aws.session }).toArray();
    await expect(rows).rejects.toThrow(InvalidInputError);
    await expect(rows).rejects.toThrow('query: aws.ResultFormat ');
    expect(aws.requests).toEqual([]);
  });

  it('without a result returns no rows', async () => {
    await using aws = fakeRedshift();
    aws.on('GetStatementResult', noResult);
    aws.on('DescribeStatement', { Id: statementId, Status: 'FINISHED', HasResultSet: false });
    expect(await query({ ...target, sql: 'create table a (b int)' }, { session: aws.session }).toArray()).toEqual([]);
  });

  it('sends nothing before its first row is read, and the same client token in each retry', async () => {
    await using aws = fakeRedshift();
    aws.once('ExecuteStatement', fault('500'));
    const rows = query({ ...target, sql: 'select 1 as n' }, { session: aws.session });
    expect(aws.requests).toEqual([]);
    expect(await rows.first()).toEqual({ n: 1 });
    const [first, retry] = aws.requests.map(({ body }) => JSON.parse(String(body)) as { ClientToken: string });
    expect(first?.ClientToken).toMatch(/^[\w-]{30,}$/);
    expect(retry?.ClientToken).toBe(first?.ClientToken);
  });
});

describe('rows', () => {
  it('stream over all pages, one page ahead of the consumer, and pages are not stored', async () => {
    await using aws = fakeRedshift();
    const pages = 20;
    aws.on('GetStatementResult', ({ NextToken = '1' }: { NextToken?: string }) => ({
      ColumnMetadata: [column('n', 'int4')],
      Records: [[{ longValue: Number(NextToken) }], [{ longValue: Number(NextToken) }]],
      ...(Number(NextToken) < pages && { NextToken: String(Number(NextToken) + 1) }),
    }));
    let count = 0;
    for await (const { n } of query<{ n: number }>({ ...target, sql: 'select n' }, { session: aws.session })) {
      count++;
      const requestedPages = called(aws).filter((name) => name === 'GetStatementResult').length;
      expect(requestedPages).toBeLessThanOrEqual(n + 1);
    }
    expect(count).toBe(2 * pages);
    expect(called(aws)).toHaveLength(1 + pages);
  });

  it('are no longer requested if the consumer stops', async () => {
    await using aws = fakeRedshift();
    aws.on('GetStatementResult', ({ NextToken = '1' }: { NextToken?: string }) => ({
      ColumnMetadata: [column('n', 'int4')],
      Records: [[{ longValue: Number(NextToken) }]],
      NextToken: String(Number(NextToken) + 1),
    }));
    const seen: unknown[] = [];
    for await (const { n } of query({ ...target, sql: 'select n' }, { session: aws.session })) {
      seen.push(n);
      // Waits until the next page has been requested.
      await settled();
      if (n === 3) break;
    }
    await settled();
    expect(seen).toEqual([1, 2, 3]);
    // Three pages of one row, and the next page that was requested ahead.
    expect(called(aws)).toEqual(['ExecuteStatement', ...Array<string>(4).fill('GetStatementResult')]);
  });

  it('are no longer requested after the limit of toArray', async () => {
    await using aws = fakeRedshift();
    aws.on('GetStatementResult', {
      ColumnMetadata: [column('n', 'int4')],
      Records: [[{ longValue: 1 }]],
      NextToken: 'a',
    });
    const rows = query({ ...target, sql: 'select n' }, { session: aws.session });
    expect(await rows.toArray({ limit: 3 })).toHaveLength(3);
    await settled();
    expect(called(aws).length).toBeLessThanOrEqual(5);
  });

  it('have JavaScript values by the type of the column', async () => {
    const types = [
      ['int8', { longValue: -5 }, -5],
      ['float8', { doubleValue: 1.5 }, 1.5],
      ['float8', { doubleValue: Number.NaN }, Number.NaN],
      ['bool', { booleanValue: false }, false],
      ['numeric', { stringValue: '12345678901234567890.12' }, '12345678901234567890.12'],
      ['timestamp', { stringValue: '2022-02-22 00:00:00.0' }, new Date('2022-02-22T00:00:00Z')],
      ['timestamp', { stringValue: '2026-11-01 10:00:00.123456' }, new Date('2026-11-01T10:00:00.123Z')],
      ['timestamptz', { stringValue: '2026-11-01 10:00:00+01' }, new Date('2026-11-01T09:00:00Z')],
      ['timestamptz', { stringValue: '2026-11-01 10:00:00.5-0330' }, new Date('2026-11-01T13:30:00.500Z')],
      ['timestamp', { stringValue: 'infinity' }, 'infinity'],
      ['date', { stringValue: '2026-11-01' }, '2026-11-01'],
      ['time', { stringValue: '10:00:00' }, '10:00:00'],
      ['super', { stringValue: '{"a":[1]}' }, { a: [1] }],
      ['super', { stringValue: 'no json' }, 'no json'],
      ['varbyte', { stringValue: '00ff' }, new Uint8Array([0, 255])],
      ['varbyte', { blobValue: 'AP8=' }, new Uint8Array([0, 255])],
      ['varchar', { stringValue: '' }, ''],
      ['varchar', { isNull: true }, null],
    ] as const;
    await using aws = fakeRedshift(
      [types.map(([, field]) => field)],
      types.map(([type], index) => column(`c${index}`, type)),
    );
    const [row] = await query({ ...target, sql: 'select 1' }, { session: aws.session }).toArray();
    expect(Object.values(row ?? {})).toEqual(types.map(([, , value]) => value));
  });

  it('have a member for each column, also with duplicate names, __proto__ or an empty name', async () => {
    const names = ['id', 'ID', 'id', 'id_2', '__proto__', ''];
    await using aws = fakeRedshift(
      [names.map((_, index) => ({ longValue: index }))],
      names.map((name) => column(name, 'int4')),
    );
    const [row] = await query({ ...target, sql: 'select *' }, { session: aws.session }).toArray();
    expect(Object.entries(row ?? {})).toEqual([
      ['id', 0],
      ['ID', 1],
      ['id_3', 2],
      ['id_2', 3],
      ['__proto__', 4],
      ['column6', 5],
    ]);
  });

  it('are checked by the schema; the error names row, column and type of a mismatch', async () => {
    await using aws = fakeRedshift([[{ longValue: 1 }], [{ stringValue: 'two' }]]);
    const schema = z.object({ n: z.number() });
    const { query: bound } = redshiftDatabase(target);
    const rows = bound('select n', {}, schema, { session: aws.session });
    expect(await rows.first()).toEqual({ n: 1 });
    await expect(rows.toArray()).rejects.toThrow(UnexpectedResponseError);
    await expect(rows.toArray()).rejects.toThrow('query: row 2 does not match the schema: n is a string');
  });
});
