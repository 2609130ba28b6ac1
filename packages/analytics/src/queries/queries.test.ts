import { ConflictError, DeadlineError, InvalidInputError, UnexpectedResponseError, WaitError } from '@arch/core';
import { z } from '@arch/core/builder';
import { awsError, type FakeAws, fakeAws, fault } from '@arch/core/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { parameterNames } from '../clients/sql-text.js';
import {
  cancelStatement,
  describeStatement,
  executeStatement,
  listStatements,
  query,
  redshiftDatabase,
  StatementError,
  waitForStatement,
} from './index.js';

const id = 'd9b6c0c9-0747-4bf4-b142-e8883122f766';
const target = { workgroupName: 'reports', database: 'dev' };
const column = (name: string, typeName: string): object => ({ name, label: name, typeName });

const answering = (records: readonly object[][] = [[{ longValue: 1 }]], columns = [column('n', 'int4')]): FakeAws =>
  fakeAws({
    answers: {
      ExecuteStatement: { Id: id, Status: 'FINISHED', HasResultSet: true },
      GetStatementResult: { ColumnMetadata: columns, Records: records },
      CancelStatement: { Status: true },
    },
  });

describe('a query', () => {
  it('that is short costs two requests', async () => {
    await using aws = answering();
    expect(await query({ ...target, sql: 'select 1 as n' }, { session: aws.session }).toArray()).toEqual([{ n: 1 }]);
    expect(aws.requests.map(({ operation }) => operation)).toEqual(['ExecuteStatement', 'GetStatementResult']);
    expect(aws.requests[0]?.input).toMatchObject({
      Sql: 'select 1 as n',
      WorkgroupName: 'reports',
      WaitTimeSeconds: 20,
    });
  });

  it('that takes longer is waited for at the side of AWS', async () => {
    await using aws = answering();
    aws.on('ExecuteStatement', { Id: id, Status: 'STARTED' });
    aws.once('DescribeStatement', { Id: id, Status: 'STARTED' });
    aws.once('DescribeStatement', { Id: id, Status: 'FINISHED', HasResultSet: false });
    expect(await query({ ...target, sql: 'create table a (b int)' }, { session: aws.session }).toArray()).toEqual([]);
    expect(aws.requests.map(({ input }) => input['WaitTimeSeconds'])).toEqual([20, 20, 20]);
  });

  it('gives values by the types of their columns', async () => {
    const types = [
      ['int8', { longValue: 5 }, 5],
      ['float8', { doubleValue: 1.5 }, 1.5],
      ['bool', { booleanValue: true }, true],
      ['numeric', { stringValue: '12345678901234567890.12' }, '12345678901234567890.12'],
      ['timestamp', { stringValue: '2026-11-01 10:00:00.5' }, new Date('2026-11-01T10:00:00.500Z')],
      ['timestamptz', { stringValue: '2026-11-01 10:00:00+01' }, new Date('2026-11-01T09:00:00Z')],
      ['timestamp', { stringValue: 'infinity' }, 'infinity'],
      ['date', { stringValue: '2026-11-01' }, '2026-11-01'],
      ['super', { stringValue: '{"a":[1]}' }, { a: [1] }],
      ['super', { stringValue: 'no json' }, 'no json'],
      ['varchar', { stringValue: 'text' }, 'text'],
      ['varchar', { isNull: true }, null],
    ] as const;
    await using aws = answering(
      [types.map(([, field]) => field)],
      types.map(([type], index) => column(`c${index}`, type)),
    );
    const [row] = await query({ ...target, sql: 'select 1' }, { session: aws.session }).toArray();
    expect(Object.values(row ?? {})).toEqual(types.map(([, , value]) => value));
  });

  it('streams all pages, one ahead, and keeps none', async () => {
    await using aws = answering();
    const page = (token: number): object => ({
      ColumnMetadata: [column('n', 'int4')],
      Records: [[{ longValue: token }], [{ longValue: token + 0.5 }]],
      ...(token < 3 && { NextToken: String(token + 1) }),
    });
    aws.on('GetStatementResult', ({ NextToken = '1' }: { NextToken?: string }) => page(Number(NextToken)));
    const seen: number[] = [];
    for await (const { n } of query<{ n: number }>({ ...target, sql: 'select n' }, { session: aws.session })) {
      // The page after the one that is read is asked for, and no other.
      expect(aws.requests.length).toBeLessThanOrEqual(Math.floor(n) + 2);
      seen.push(n);
    }
    expect(seen).toEqual([1, 1.5, 2, 2.5, 3, 3.5]);
  });

  it('reads rows by the schema, and names row, column and value of what does not fit', async () => {
    await using aws = answering([[{ longValue: 1 }], [{ stringValue: 'two' }]]);
    const schema = z.object({ n: z.number() });
    const { query: bound } = redshiftDatabase(target);
    const rows = bound('select n', {}, schema, { session: aws.session });
    expect(await rows.first()).toEqual({ n: 1 });
    await expect(rows.toArray()).rejects.toThrow(UnexpectedResponseError);
    await expect(rows.toArray()).rejects.toThrow('query: row 2 does not fit the schema: n is "two"');
  });

  it('is cancelled when it is given up, and at its deadline', async () => {
    await using aws = answering();
    aws.on('ExecuteStatement', { Id: id, Status: 'STARTED' });
    const giveUp = new AbortController();
    const reason = new Error('enough');
    aws.on('DescribeStatement', () => {
      giveUp.abort(reason);
      return fault('hang');
    });
    const asked = query({ ...target, sql: 'select 1' }, { session: aws.session, signal: giveUp.signal }).toArray();
    await expect(asked).rejects.toBe(reason);
    expect(aws.requests.at(-1)).toMatchObject({ operation: 'CancelStatement', input: { Id: id } });
    aws.on('DescribeStatement', { Id: id, Status: 'STARTED' });
    aws.on('CancelStatement', awsError('ValidationException', 'it is over'));
    const late = executeStatement({ ...target, sql: 'vacuum' }, { session: aws.session, timeoutMs: 1_000 });
    await expect(late).rejects.toThrow(DeadlineError);
  });
});

describe('a statement that fails', () => {
  it('says what the database said, and where', async () => {
    await using aws = answering();
    aws.on('ExecuteStatement', { Id: id, Status: 'FAILED' });
    const Error = 'ERROR: column "pric" does not exist in orders\n  Position: 15; SQLState: 42703';
    aws.on('DescribeStatement', { Id: id, Status: 'FAILED', Error });
    const failing = query({ ...target, sql: 'select\n  id,\n pric from orders' }, { session: aws.session }).toArray();
    await expect(failing).rejects.toThrow(StatementError);
    await expect(failing).rejects.toMatchObject({
      message: 'query: select failed in line 3: column "pric" does not exist in orders. (SQLSTATE 42703)',
      sqlState: '42703',
      position: 15,
      line: 3,
      id,
    });
  });

  it('or was cancelled by another, says so', async () => {
    await using aws = answering();
    aws.on('ExecuteStatement', { Id: id, Status: 'ABORTED' });
    aws.on('DescribeStatement', { Id: id, Status: 'ABORTED' });
    await expect(executeStatement({ ...target, sql: 'vacuum' }, { session: aws.session })).rejects.toThrow(
      'executeStatement: vacuum was cancelled.',
    );
    await expect(waitForStatement({ id, state: 'finished' }, { session: aws.session })).rejects.toThrow(WaitError);
  });

  it('because the database cannot be reached is a conflict that says what may be', async () => {
    await using aws = fakeAws({
      answers: { ExecuteStatement: awsError('DatabaseConnectionException', 'connection refused') },
    });
    await expect(executeStatement({ ...target, sql: 'select 1' }, { session: aws.session })).rejects.toThrow(
      ConflictError,
    );
  });
});

describe('parameters', () => {
  it('are sent beside the SQL, never in it', async () => {
    await using aws = answering();
    const parameters = {
      day: new Date('2026-11-01T10:00:00Z'),
      shop: 7,
      name: "O'Hara; drop table orders",
      big: 2n ** 60n,
      open: true,
    };
    const sql = 'select :day, :shop, :name, :big, :open';
    await query({ ...target, sql, parameters }, { session: aws.session }).toArray();
    expect(aws.requests[0]?.input).toMatchObject({
      Sql: sql,
      Parameters: [
        { name: 'day', value: '2026-11-01 10:00:00.000' },
        { name: 'shop', value: '7' },
        { name: 'name', value: "O'Hara; drop table orders" },
        { name: 'big', value: '1152921504606846976' },
        { name: 'open', value: 'true' },
      ],
    });
  });

  it.each([
    ['select :a', {}, 'parameters lacks a, which the SQL names'],
    ['select 1', { a: 1 }, 'parameters has a, which the SQL does not name'],
    ['select :a', { a: Number.NaN }, 'a finite number'],
    ['select :a', { a: null as never }, 'the Data API takes no null'],
  ])('of %s with %o are refused', async (sql, parameters, message) => {
    await using aws = answering();
    const asked = query({ ...target, sql, parameters }, { session: aws.session }).toArray();
    await expect(asked).rejects.toThrow(InvalidInputError);
    await expect(query({ ...target, sql, parameters }, { session: aws.session }).toArray()).rejects.toThrow(message);
    expect(aws.requests).toEqual([]);
  });

  it('are found where they stand, and nowhere else', () => {
    const quoted = fc.stringMatching(/^[a-z :]*$/);
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]\w{0,5}$/), quoted, (name, text) => {
        const sql = `select '${text}', "${text}", a::int, -- ${text}\n /* ${text} */ $$${text}$$ from b where c = :${name}`;
        expect([...parameterNames(sql)]).toEqual([name]);
      }),
    );
  });
});

describe('statements', () => {
  it('say how much they have done', async () => {
    await using aws = answering();
    aws.on('DescribeStatement', { Id: id, Status: 'FINISHED', ResultRows: 3, Duration: 2_500_000 });
    const { executeStatement: execute } = redshiftDatabase(target);
    expect(await execute('delete from orders', {}, { session: aws.session })).toEqual({
      id,
      updatedRows: 3,
      durationMs: 2.5,
    });
    expect((await waitForStatement({ id, state: 'finished' }, { session: aws.session })).resultRows).toBe(3);
    expect((await describeStatement(id, { session: aws.session })).status).toBe('FINISHED');
  });

  it('are listed whatever has become of them, and cancelled', async () => {
    await using aws = answering();
    aws.on('ListStatements', { Statements: [{ Id: id, Status: 'STARTED' }] });
    expect(await listStatements({}, { session: aws.session }).toArray()).toMatchObject([{ id, status: 'STARTED' }]);
    expect(aws.requests[0]?.input).toMatchObject({ Status: 'ALL' });
    expect(await cancelStatement(id, { session: aws.session })).toBeUndefined();
  });

  it.each([[{ database: 'dev' }], [{ ...target, clusterIdentifier: 'reports' }], [{ ...target, dbUser: 'me' }]])(
    'need one target: %o',
    async (wrong) => {
      await using aws = answering();
      await expect(executeStatement({ ...wrong, sql: 'select 1' }, { session: aws.session })).rejects.toThrow(
        'a workgroupName or a clusterIdentifier',
      );
      expect(aws.requests).toEqual([]);
    },
  );
});
