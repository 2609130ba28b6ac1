import { InvalidInputError, NotFoundError, StatementError } from '@arch/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { fakeRedshift, called, noResult, statementId, target } from '../../__fixtures__/redshift-answers.js';
import { executeStatement, executeStatements, query, redshiftDatabase } from './index.js';

const finished = { Id: statementId, Status: 'FINISHED' };

describe('a statement', () => {
  it('returns the updated rows and the duration, with two requests', async () => {
    await using aws = fakeRedshift();
    aws.on('DescribeStatement', { ...finished, HasResultSet: false, ResultRows: 3, Duration: 2_500_000 });
    const { executeStatement: execute } = redshiftDatabase(target);
    const done = await execute('delete from orders', {}, { session: aws.session });
    expect(done).toEqual({ statementId, updatedRows: 3, durationMs: 2.5 });
    expect(called(aws)).toEqual(['ExecuteStatement', 'DescribeStatement']);
    expect(aws.requests[1]?.input).toEqual({ Id: statementId, WaitTimeSeconds: 20 });
  });

  it('that returns rows has 0 updated rows', async () => {
    await using aws = fakeRedshift();
    aws.on('DescribeStatement', { ...finished, HasResultSet: true, ResultRows: 3 });
    const done = await executeStatement({ ...target, sql: 'select 1' }, { session: aws.session });
    expect(done.updatedRows).toBe(0);
  });

  it('that fails throws StatementError with reason, SQLSTATE, position and line', async () => {
    await using aws = fakeRedshift();
    const Error = 'ERROR: column "pric" does not exist in orders\n  Position: 15; SQLState: 42703';
    aws.on('DescribeStatement', { Id: statementId, Status: 'FAILED', Error });
    aws.on('GetStatementResult', noResult);
    const sql = 'select\n  id,\n pric from orders';
    const expected = {
      message: 'query: the statement failed in line 3: column "pric" does not exist in orders. (SQLSTATE 42703)',
      reason: Error,
      sqlState: '42703',
      position: 15,
      line: 3,
      id: statementId,
      code: 'FAILED',
    };
    await expect(query({ ...target, sql }, { session: aws.session }).toArray()).rejects.toMatchObject(expected);
    await expect(executeStatement({ ...target, sql }, { session: aws.session })).rejects.toThrow(StatementError);
  });

  it('that another client cancelled throws an error with the code ABORTED', async () => {
    await using aws = fakeRedshift();
    aws.on('DescribeStatement', { Id: statementId, Status: 'ABORTED' });
    const call = executeStatement({ ...target, sql: 'vacuum' }, { session: aws.session });
    await expect(call).rejects.toMatchObject({
      message: 'executeStatement: the statement was cancelled.',
      code: 'ABORTED',
    });
  });

  it('whose result has expired throws NotFoundError', async () => {
    await using aws = fakeRedshift();
    aws.on('GetStatementResult', noResult);
    aws.on('DescribeStatement', noResult);
    const rows = query({ ...target, sql: 'select 1' }, { session: aws.session }).toArray();
    await expect(rows).rejects.toThrow(NotFoundError);
    await expect(query({ ...target, sql: 'select 1' }, { session: aws.session }).toArray()).rejects.toThrow('24 hours');
  });
});

describe('statements of one transaction', () => {
  const sqls = ['delete from orders where day = :day', 'insert into orders select * from staging'];
  const parts = (...statuses: string[]): object[] =>
    statuses.map((Status, index) => ({
      Id: `${statementId}:${index + 1}`,
      Status,
      HasResultSet: false,
      ResultRows: 2,
    }));

  it('return the updated rows of each statement', async () => {
    await using aws = fakeRedshift();
    aws.on('DescribeStatement', { ...finished, Duration: 5_000_000, SubStatements: parts('FINISHED', 'FINISHED') });
    const day = '2026-11-01';
    const done = await redshiftDatabase(target).executeStatements(sqls, { day }, { session: aws.session });
    expect(done).toMatchObject({ statementId, durationMs: 5, statements: [{ updatedRows: 2 }, { updatedRows: 2 }] });
    expect(aws.requests[0]).toMatchObject({
      operation: 'BatchExecuteStatement',
      input: { Sqls: sqls, ExecutionMode: 'TRANSACTION', Parameters: [{ name: 'day', value: day }] },
    });
  });

  it('fail together, with the number and ID of the failed statement in the error', async () => {
    await using aws = fakeRedshift();
    const [one, other] = parts('FINISHED', 'FAILED');
    aws.on('DescribeStatement', {
      Id: statementId,
      Status: 'FAILED',
      Error: 'Query #2 failed with ERROR: relation "staging" does not exist',
      SubStatements: [one, { ...other, Error: 'ERROR: relation "staging" does not exist\n  Position: 28' }],
    });
    const call = executeStatements({ ...target, sqls, parameters: { day: '2026-11-01' } }, { session: aws.session });
    await expect(call).rejects.toMatchObject({
      message:
        'executeStatements: statement 2 of 2 failed in line 1: ' +
        'relation "staging" does not exist. The transaction was rolled back.',
      id: `${statementId}:2`,
      position: 28,
    });
  });

  it.each([
    [[], 'sqls must have at least 1 item (got a list of 0)'],
    [Array<string>(41).fill('select 1'), 'at most 40 items'],
    [['select 1', ' '], 'sqls[1] must be a SQL statement of at most 100 KB (got a value that is not shown)'],
    [['select :a', 'select :b'], 'parameters does not contain a, b, which the SQL uses'],
  ])('are rejected before anything is sent if they are invalid: %j', async (invalid, message) => {
    await using aws = fakeRedshift();
    const call = executeStatements({ ...target, sqls: invalid }, { session: aws.session });
    await expect(call).rejects.toThrow(InvalidInputError);
    await expect(executeStatements({ ...target, sqls: invalid }, { session: aws.session })).rejects.toThrow(message);
    expect(aws.requests).toEqual([]);
  });
});

describe('parameters', () => {
  it('are sent separately from the SQL, for every value', async () => {
    await using aws = fakeRedshift();
    aws.on('DescribeStatement', finished);
    const value = fc.oneof(
      fc.string({ minLength: 1 }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.bigInt(),
      fc.boolean(),
    );
    const named = fc.dictionary(fc.stringMatching(/^[A-Za-z_]\w{0,8}$/), value, { minKeys: 1, maxKeys: 4 });
    await fc.assert(
      fc.asyncProperty(named, async (parameters) => {
        const sql = `select ${Object.keys(parameters)
          .map((name) => `:${name}`)
          .join(', ')}`;
        await executeStatement({ ...target, sql, parameters }, { session: aws.session });
        const { input } = aws.requests.findLast(({ operation }) => operation === 'ExecuteStatement')!;
        expect(input['Sql']).toBe(sql);
        expect(input['Parameters']).toEqual(
          Object.entries(parameters).map(([name, each]) => ({ name, value: String(each) })),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('of type Date are sent with their time zone', async () => {
    await using aws = fakeRedshift();
    const parameters = { at: new Date('2026-11-01T10:00:00.5Z') };
    await query({ ...target, sql: 'select :at', parameters }, { session: aws.session }).toArray();
    expect(aws.requests[0]?.input).toMatchObject({ Parameters: [{ name: 'at', value: '2026-11-01 10:00:00.500+00' }] });
  });

  it.each([
    ['select :a', {}, 'parameters does not contain a, which the SQL uses'],
    ['select 1', { a: 1 }, 'parameters contains a, which the SQL does not use'],
    ['select :a', { a: Number.NaN }, 'a finite number'],
    ['select :a', { a: '' }, "accepts neither null nor ''"],
    ['select :a', { a: null as never }, "accepts neither null nor ''"],
    ['select :a', { a: new Date(Number.NaN) }, 'parameters.a is an invalid Date'],
    ['select :a', { 'a b': 1 }, 'a name of letters, digits and underscores'],
  ])(
    'are rejected before anything is sent if they do not match the SQL or are invalid: %s, %o',
    async (sql, parameters, message) => {
      await using aws = fakeRedshift();
      const run = (): Promise<unknown> => query({ ...target, sql, parameters }, { session: aws.session }).toArray();
      await expect(run()).rejects.toThrow(InvalidInputError);
      await expect(run()).rejects.toThrow(message);
      expect(aws.requests).toEqual([]);
    },
  );
});

it.each([
  [
    { database: 'dev' },
    'provide either workgroupName or clusterIdentifier, and dbUser only with clusterIdentifier and without secretArn',
  ],
  [
    { ...target, clusterIdentifier: 'reports' },
    'provide either workgroupName or clusterIdentifier, and dbUser only with clusterIdentifier and without secretArn',
  ],
  [
    { ...target, dbUser: 'me' },
    'provide either workgroupName or clusterIdentifier, and dbUser only with clusterIdentifier and without secretArn',
  ],
  [{ ...target, sql: ' ' }, 'a SQL statement'],
  [{ ...target, sql: `select '${'é'.repeat(51_200)}'` }, 'at most 100 KB'],
  [{ ...target, statementName: '' }, 'at least 1 character'],
])('rejects invalid input before anything is sent: %j', async (invalid, message) => {
  await using aws = fakeRedshift();
  const input = { sql: 'select 1', ...invalid };
  await expect(executeStatement(input, { session: aws.session })).rejects.toThrow(InvalidInputError);
  await expect(query(input, { session: aws.session }).toArray()).rejects.toThrow(message);
  expect(aws.requests).toEqual([]);
});
