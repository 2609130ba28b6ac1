import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testKey } from '../../__fixtures__/test-key.js';
import { signRequest } from '../../guard/sign-request.js';
import { callFacade, type FacadeResponse } from '../__fixtures__/call-facade.js';
import { startSqlFacade, type RunningFacade } from '../start-sql-facade.js';

const cluster = { resourceArn: 'arn:aws:rds:us-east-1:123456789012:cluster:c', secretArn: 'arn:aws:secretsmanager:s' };
let facade: RunningFacade;

const call = (path: string, request: object = {}): Promise<FacadeResponse> =>
  callFacade(facade.endpoint, path, { ...cluster, ...request });
const execute = (sql: string, request: object = {}): Promise<FacadeResponse> => call('/Execute', { sql, ...request });
const recordsOf = async (sql: string, request: object = {}): Promise<unknown> =>
  (await execute(sql, request)).body.records;
const begin = async (request: object = {}): Promise<string> =>
  (await call('/BeginTransaction', request)).body.transactionId;

beforeAll(async () => {
  facade = await startSqlFacade({ accessKey: testKey, rds: { timeoutMs: 50 } });
  await execute('SELECT 1', { database: 'warm' });
  await execute('SELECT 1');
}, 60_000);
afterAll(() => facade.stop());

describe('ExecuteStatement', () => {
  it('returns values in the member of their type', async () => {
    const sql = String.raw`SELECT true, 7, 9223372036854775807, 1.5::float8, 1.50, 'x', NULL, '\x01ff'::bytea,
      '2024-01-02'::date, '2024-01-02 03:04:05.678'::timestamp, '2024-01-02 03:04:05+02'::timestamptz, '{"a": 1}'::jsonb`;
    const url = `${facade.endpoint}/Execute`;
    const body = JSON.stringify({ ...cluster, sql });
    const headers = signRequest({ method: 'POST', url, body }, testKey);
    const response = await fetch(url, { method: 'POST', headers, body });
    expect(await response.text()).toBe(
      JSON.stringify({
        records: [
          [
            { booleanValue: true },
            { longValue: 7 },
            { longValue: 'BIG' },
            { doubleValue: 1.5 },
            { stringValue: '1.50' },
            { stringValue: 'x' },
            { isNull: true },
            { blobValue: 'Af8=' },
            { stringValue: '2024-01-02' },
            { stringValue: '2024-01-02 03:04:05.678' },
            { stringValue: '2024-01-02 01:04:05' },
            { stringValue: '{"a": 1}' },
          ],
        ],
        numberOfRecordsUpdated: 0,
      }).replace('"BIG"', '9223372036854775807'),
    );
  });

  it('returns arrays with nulls', async () => {
    const sql = "SELECT '{1,NULL}'::int[], '{a,NULL}'::text[], '{t}'::bool[], '{1.5}'::float8[], '{}'::numeric[]";
    expect(await recordsOf(sql)).toEqual([
      [
        { arrayValue: { longValues: [1, null] } },
        { arrayValue: { stringValues: ['a', null] } },
        { arrayValue: { booleanValues: [true] } },
        { arrayValue: { doubleValues: [1.5] } },
        { arrayValue: { stringValues: [] } },
      ],
    ]);
    expect((await execute("SELECT '{{1}}'::int[]")).body).toMatchObject({ __type: 'UnsupportedResultException' });
  });

  it('returns decimals and longs in the requested form', async () => {
    const sql = 'SELECT 1.5::numeric(4,2), 2::numeric(4), 3::int8';
    const resultSetOptions = { decimalReturnType: 'DOUBLE_OR_LONG', longReturnType: 'STRING' };
    expect(await recordsOf(sql, { resultSetOptions })).toEqual([
      [{ doubleValue: 1.5 }, { longValue: 2 }, { stringValue: '3' }],
    ]);
  });

  it('returns metadata on request', async () => {
    await execute('CREATE TABLE cats (id serial PRIMARY KEY, name varchar(100))');
    const { body } = await execute('SELECT id, name FROM cats', { includeResultMetadata: true });
    expect(body).toMatchObject({
      records: [],
      columnMetadata: [
        { name: 'id', label: 'id', type: 4, typeName: 'serial', tableName: 'cats', nullable: 0, isAutoIncrement: true },
        { name: 'name', type: 12, typeName: 'varchar', precision: 100, nullable: 1, isCaseSensitive: true },
      ],
    });
    expect((await execute('SELECT id FROM cats')).body).not.toHaveProperty('columnMetadata');
  });

  it('returns JSON instead of records on request', async () => {
    const sql = `SELECT 1 AS a, 9223372036854775807 AS big, 1.50 AS d, 'NaN'::float8 AS n, NULL AS e, '{x,NULL}'::text[] AS l`;
    const { body } = await execute(sql, { formatRecordsAs: 'JSON' });
    expect(body.formattedRecords).toBe(
      '[{"a":1,"big":9223372036854775807,"d":1.50,"n":"NaN","e":null,"l":["x",null]}]',
    );
    expect(body).not.toHaveProperty('records');
  });

  it('returns the number of changed rows', async () => {
    await execute('CREATE TABLE counted (a int)');
    const { body } = await execute('INSERT INTO counted VALUES (1), (2)');
    expect(body).toEqual({ generatedFields: [], numberOfRecordsUpdated: 2 });
    expect((await execute('DROP TABLE counted')).body).toEqual({ generatedFields: [], numberOfRecordsUpdated: 0 });
  });

  it('rejects a result of more than 1 MB', async () => {
    const { status, body } = await execute("SELECT repeat('x', 1100000)");
    expect(status).toBe(400);
    expect(body.message).toBe('Database returned more than the allowed response size limit');
  });
});

describe('parameters', () => {
  const parameter = (name: string, value: object, typeHint?: string): object => ({ name, value, typeHint });

  it('have the type of their member and of their hint', async () => {
    const parameters = [
      parameter('long', { longValue: 7 }),
      parameter('text', { stringValue: "it's :long" }),
      parameter('bytes', { blobValue: 'Af8=' }),
      parameter('none', { isNull: true }, 'UUID'),
      parameter('day', { stringValue: '2024-01-02' }, 'DATE'),
      parameter('exact', { stringValue: '1.50' }, 'DECIMAL'),
    ];
    const sql = `SELECT pg_typeof(:long)::text, :text, :bytes, pg_typeof(:none)::text, :day + 1, :exact * 2, ':long'`;
    expect(await recordsOf(sql, { parameters })).toEqual([
      [
        { stringValue: 'bigint' },
        { stringValue: "it's :long" },
        { blobValue: 'Af8=' },
        { stringValue: 'uuid' },
        { stringValue: '2024-01-03' },
        { stringValue: '3.00' },
        { stringValue: ':long' },
      ],
    ]);
  });

  it('that are strings are not accepted as integers, as on AWS', async () => {
    const { body } = await execute('SELECT 1 WHERE 1 = :one', { parameters: [parameter('one', { stringValue: '1' })] });
    expect(body.message).toBe(
      'ERROR: operator does not exist: integer = character varying; Position: 18; SQLState: 42883',
    );
  });

  it.each([
    [[], 'Cannot find parameter: a'],
    [[parameter('a', { arrayValue: { longValues: [1] } })], 'Array parameters are not supported.'],
    [[parameter('a', {})], 'Parameter "a": exactly one member of its value must be set.'],
    [[parameter('a', { stringValue: '1' }, 'INT')], 'Parameter "a": the type hint INT does not exist.'],
  ])('are rejected: %j', async (parameters, message) => {
    const { status, body } = await execute('SELECT :a', { parameters });
    expect({ status, type: body.__type, message: body.message }).toEqual({
      status: 400,
      type: 'BadRequestException',
      message,
    });
  });
});

describe('errors', () => {
  it('are those of Postgres, with a position in the SQL of the caller', async () => {
    const { status, headers, body } = await execute('SELECT :a FROM missing', {
      parameters: [{ name: 'a', value: { longValue: 1 } }],
    });
    expect(status).toBe(400);
    expect(headers.get('x-amzn-errortype')).toBe('DatabaseErrorException');
    expect(body.message).toBe('ERROR: relation "missing" does not exist; Position: 16; SQLState: 42P01');
  });

  it.each([
    ['/Execute', {}, 'sql is required'],
    ['/Execute', { sql: 'SELECT 1', secretArn: undefined }, 'secretArn is required'],
    ['/ExecuteSql', {}, 'This API is deprecated and not available. Use ExecuteStatement API instead'],
  ])('are returned for %s with %j', async (path, request, message) => {
    const { body } = await call(path, request);
    expect(body).toMatchObject({ __type: 'BadRequestException', message });
  });

  it('are returned for COPY, which would wait for input', async () => {
    expect((await execute('copy cats from stdin')).body.message).toContain('COPY commands are only supported');
  });
});

describe('BatchExecuteStatement', () => {
  const set = (value: string): object[] => [{ name: 'a', value: { stringValue: value }, typeHint: 'DECIMAL' }];

  it('runs a statement once for each set of parameters', async () => {
    await execute('CREATE TABLE batched (a numeric)');
    const { body } = await call('/BatchExecute', {
      sql: 'INSERT INTO batched VALUES (:a)',
      parameterSets: [set('1'), set('2')],
    });
    expect(body).toEqual({ updateResults: [{ generatedFields: [] }, { generatedFields: [] }] });
    expect(await recordsOf('SELECT sum(a) FROM batched')).toEqual([[{ stringValue: '3' }]]);
  });

  it('rolls back all statements after an error', async () => {
    await execute('CREATE TABLE whole (a numeric)');
    const { body } = await call('/BatchExecute', {
      sql: 'INSERT INTO whole VALUES (:a)',
      parameterSets: [set('1'), set('x')],
    });
    expect(body.__type).toBe('DatabaseErrorException');
    expect(await recordsOf('SELECT count(*) FROM whole')).toEqual([[{ longValue: 0 }]]);
  });
});

describe('a transaction', () => {
  it('is visible to others after its commit', async () => {
    const transactionId = await begin();
    await execute('CREATE TABLE committed (a int)', { transactionId });
    expect((await call('/CommitTransaction', { transactionId })).body).toEqual({
      transactionStatus: 'Transaction Committed',
    });
    expect(await recordsOf('SELECT * FROM committed')).toEqual([]);
  });

  it('leaves nothing after a rollback', async () => {
    const transactionId = await begin();
    await execute('CREATE TABLE undone (a int)', { transactionId });
    expect((await call('/RollbackTransaction', { transactionId })).body).toEqual({
      transactionStatus: 'Rollback Complete',
    });
    expect((await execute('SELECT * FROM undone')).body.message).toContain('does not exist');
  });

  it('cannot be committed after an error in it', async () => {
    const transactionId = await begin();
    await execute('SELECT nothing', { transactionId });
    expect((await execute('SELECT 1', { transactionId })).body.message).toContain('current transaction is aborted');
    expect((await call('/CommitTransaction', { transactionId })).body.message).toContain('cannot be committed');
  });

  it('runs its statements one after the other', async () => {
    const transactionId = await begin();
    const sql = 'SELECT count(*) FROM generate_series(1, 3000)';
    const both = await Promise.all([recordsOf(sql, { transactionId }), recordsOf(sql, { transactionId })]);
    expect(both).toEqual([[[{ longValue: 3000 }]], [[{ longValue: 3000 }]]]);
    await call('/RollbackTransaction', { transactionId });
  });

  it('makes other calls to its database wait, until their timeout', async () => {
    const transactionId = await begin();
    await execute('SELECT 1', { transactionId });
    expect((await execute('SELECT 1')).body.__type).toBe('StatementTimeoutException');
    expect(await recordsOf('SELECT 1', { database: 'warm' })).toEqual([[{ longValue: 1 }]]);
    await call('/RollbackTransaction', { transactionId });
    expect(await recordsOf('SELECT 1')).toEqual([[{ longValue: 1 }]]);
  });

  it('is found only with its ID, its cluster and its database', async () => {
    const transactionId = await begin({ database: 'warm' });
    const other = 'arn:aws:rds:us-east-1:123456789012:cluster:other';
    expect((await execute('SELECT 1', { transactionId, resourceArn: other })).body.__type).toBe(
      'TransactionNotFoundException',
    );
    const { body } = await execute('SELECT 1', { transactionId, database: 'postgres' });
    expect(body.message).toBe('Database name is not the same as transaction');
    await call('/RollbackTransaction', { transactionId });
    const { status, body: unknown } = await call('/CommitTransaction', { transactionId });
    expect({ status, ...unknown }).toMatchObject({ status: 404, message: `Transaction ${transactionId} is not found` });
  });

  it('is rolled back if it is not used', async () => {
    await using short = await startSqlFacade({ accessKey: testKey, rds: { idleMs: 1 } });
    const { body } = await callFacade(short.endpoint, '/BeginTransaction', cluster);
    await expect
      .poll(async () => (await callFacade(short.endpoint, '/CommitTransaction', { ...cluster, ...body })).body.__type)
      .toBe('TransactionNotFoundException');
  });
});
