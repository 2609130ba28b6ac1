import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testKey } from '../../__fixtures__/test-key.js';
import { callFacade, type FacadeResponse } from '../__fixtures__/call-facade.js';
import { startSqlFacade, type RunningFacade } from '../start-sql-facade.js';

const target = { WorkgroupName: 'analysts', Database: 'dev' };
const unknownId = '00000000-0000-4000-8000-000000000000';
let facade: RunningFacade;

const call = (operation: string, request: object, { endpoint } = facade): Promise<FacadeResponse> =>
  callFacade(endpoint, `RedshiftData.${operation}`, request);
const submit = async (sql: string, request: object = {}): Promise<FacadeResponse['body']> =>
  (await call('ExecuteStatement', { ...target, Sql: sql, ...request })).body;
const batch = async (sqls: readonly string[], request: object = {}): Promise<FacadeResponse['body']> =>
  (await call('BatchExecuteStatement', { ...target, Sqls: sqls, WaitTimeSeconds: 30, ...request })).body;
const describeIt = async (id: string): Promise<FacadeResponse['body']> =>
  (await call('DescribeStatement', { Id: id, WaitTimeSeconds: 30 })).body;
const run = async (sql: string, request: object = {}): Promise<FacadeResponse['body']> =>
  describeIt((await submit(sql, request)).Id);
const resultOf = async (sql: string, request: object = {}): Promise<FacadeResponse['body']> =>
  (await call('GetStatementResult', { Id: (await run(sql, request)).Id })).body;
const recordsOf = async (sql: string, request: object = {}): Promise<unknown> => (await resultOf(sql, request)).Records;

beforeAll(async () => {
  facade = await startSqlFacade({ accessKey: testKey });
  await run('SELECT 1');
  await run('SELECT 1', { Database: 'other' });
}, 60_000);
afterAll(() => facade.stop());

describe('a statement', () => {
  it('is SUBMITTED in the response, and FINISHED later', async () => {
    await using patient = await startSqlFacade({ accessKey: testKey, redshift: { submittedMs: 60_000 } });
    const { body } = await call('ExecuteStatement', { ...target, Sql: 'SELECT 1' }, patient);
    expect(body).toMatchObject({ ...target, Status: 'SUBMITTED' });
    const { body: described } = await call('DescribeStatement', { Id: body.Id }, patient);
    expect(described).toMatchObject({
      Status: 'SUBMITTED',
      Duration: -1,
      ResultRows: -1,
      ResultSize: -1,
      RedshiftPid: 0,
    });
    expect(await run('SELECT 1')).toMatchObject({ Status: 'FINISHED' });
  });

  it('is described with its rows, size and duration when it has finished', async () => {
    const described = await run('SELECT 1 UNION ALL SELECT 2');
    expect(described).toMatchObject({
      ...target,
      HasResultSet: true,
      ResultRows: 2,
      ResultSize: 22,
      ResultFormat: 'JSON',
    });
    expect(described.QueryString).toBe('SELECT 1 UNION ALL SELECT 2');
    expect(described.Duration).toBeGreaterThan(0);
    expect(described.UpdatedAt).toBeGreaterThanOrEqual(described.CreatedAt);
    expect(new Date(described.CreatedAt * 1_000).getFullYear()).toBeGreaterThan(2_024);
  });

  it('can end within the call that submits it', async () => {
    expect(await submit('SELECT 1', { WaitTimeSeconds: 30 })).toMatchObject({ Status: 'FINISHED', HasResultSet: true });
    expect(await submit('SELECT nothing', { WaitTimeSeconds: 30 })).toMatchObject({
      Status: 'FAILED',
      HasResultSet: false,
    });
    expect((await submit('SELECT 1', { WaitTimeSeconds: 31 })).__type).toBe('ValidationException');
  });

  it('is described with the number of rows that it changed', async () => {
    await run('CREATE TABLE counted (a int)');
    expect(await run('INSERT INTO counted VALUES (1), (2)')).toMatchObject({ HasResultSet: false, ResultRows: 2 });
  });

  it("fails with an error in Redshift's format", async () => {
    expect(await run('SELECT nvl(a, 1) FROM missing')).toMatchObject({
      Status: 'FAILED',
      Error: 'ERROR: relation "missing" does not exist\n  Position: 23',
    });
  });

  it('is submitted once for an idempotency token', async () => {
    await run('CREATE TABLE tokens (a int)');
    const insert = { ClientToken: 'the-same', WaitTimeSeconds: 30 };
    const ids = [
      await submit('INSERT INTO tokens VALUES (1)', insert),
      await submit('INSERT INTO tokens VALUES (1)', insert),
    ];
    expect(ids[0].Id).toBe(ids[1].Id);
    expect(await recordsOf('SELECT count(*) FROM tokens')).toEqual([[{ longValue: 1 }]]);
  });

  it('can contain syntax of Redshift', async () => {
    await run(`CREATE TABLE sales (id int IDENTITY(1,1), name varchar(max) ENCODE lzo DISTKEY, at timestamp DEFAULT GETDATE())
      DISTSTYLE KEY SORTKEY(at)`);
    await run("INSERT INTO sales (name) VALUES ('b'), ('a')");
    const sql = "SELECT LISTAGG(name, ',') WITHIN GROUP (ORDER BY id DESC), count(at), NVL(NULL, max(id)) FROM sales";
    expect(await recordsOf(sql)).toEqual([[{ stringValue: 'a,b' }, { longValue: 2 }, { longValue: 2 }]]);
    expect(await recordsOf('EXPLAIN SELECT * FROM sales')).toEqual([
      [{ stringValue: expect.stringContaining('Seq Scan on sales') }],
    ]);
  });

  it.each(["COPY t FROM 's3://bucket'", "/* x */ unload ('SELECT 1') to 's3://bucket'"])(
    'cannot be %s',
    async (sql) => {
      const body = await submit(sql);
      expect(body.__type).toBe('ValidationException');
      expect(body.message).toMatch(/^The local AWS does not support (COPY|UNLOAD): its SQL cannot access S3\.$/);
    },
  );
});

describe('parameters', () => {
  it('have the type that their place requires', async () => {
    const Parameters = [
      { name: 'number', value: '41' },
      { name: 'text', value: "it's :number" },
    ];
    const sql = "SELECT 1 + :number, :text, :number || 'x', ':text'";
    expect(await recordsOf(sql, { Parameters })).toEqual([
      [{ longValue: 42 }, { stringValue: "it's :number" }, { stringValue: '41x' }, { stringValue: ':text' }],
    ]);
  });

  it('must be provided and used', async () => {
    expect((await submit('SELECT :a')).message).toBe('Cannot find parameter: a');
    expect((await submit('SELECT 1', { Parameters: [{ name: 'a', value: '1' }] })).message).toBe(
      'Parameters list contains unused parameters. Unused parameters: [a]',
    );
  });
});

describe('GetStatementResult', () => {
  it('returns rows as fields, with decimals and times as text', async () => {
    await run('CREATE TABLE typed (id int NOT NULL, name varchar(20), price numeric(8,2))');
    await run("INSERT INTO typed VALUES (1, 'x', 1.5)");
    const result = await resultOf(
      "SELECT *, '2024-01-02 03:04:05'::timestamp, '2024-01-02'::date, 1.5::float8, true, NULL FROM typed",
    );
    expect(result.TotalNumRows).toBe(1);
    expect(result.Records).toEqual([
      [
        { longValue: 1 },
        { stringValue: 'x' },
        { stringValue: '1.50' },
        { stringValue: '2024-01-02 03:04:05' },
        { stringValue: '2024-01-02' },
        { doubleValue: 1.5 },
        { booleanValue: true },
        { isNull: true },
      ],
    ]);
    const table = { schemaName: 'public', tableName: 'typed', length: 0 };
    expect(result.ColumnMetadata).toMatchObject([
      { name: 'id', typeName: 'int4', precision: 10, nullable: 0, isSigned: true, ...table },
      { name: 'name', typeName: 'varchar', precision: 20, nullable: 1, isCaseSensitive: true, ...table },
      { name: 'price', typeName: 'numeric', precision: 8, scale: 2, nullable: 1, ...table },
      { typeName: 'timestamp' },
      { typeName: 'date' },
      { typeName: 'float8' },
      { typeName: 'bool' },
      { typeName: 'varchar' },
    ]);
  });

  it('returns 1,000 rows per page', async () => {
    const { Id } = await run('SELECT g FROM generate_series(1, 2500) g');
    const pages: number[] = [];
    let NextToken: string | undefined;
    do {
      const { body } = await call('GetStatementResult', { Id, NextToken });
      expect(body.TotalNumRows).toBe(2_500);
      pages.push(body.Records.length);
      NextToken = body.NextToken;
    } while (NextToken !== undefined);
    expect(pages).toEqual([1_000, 1_000, 500]);
    expect((await call('GetStatementResult', { Id, NextToken: 'x' })).body.__type).toBe('ValidationException');
  });

  it('waits for the end of the statement with WaitTimeSeconds', async () => {
    const { Id } = await submit('SELECT 1');
    expect((await call('GetStatementResult', { Id, WaitTimeSeconds: 30 })).body.Records).toEqual([[{ longValue: 1 }]]);
  });

  it('returns an empty result, and rejects a statement without a result', async () => {
    expect(await resultOf('SELECT 1 WHERE false')).toMatchObject({ Records: [], TotalNumRows: 0 });
    const { Id } = await run('CREATE TABLE rowless (a int)');
    const { status, body } = await call('GetStatementResult', { Id });
    expect({ status, ...body }).toMatchObject({
      status: 400,
      __type: 'ResourceNotFoundException',
      Message: 'Query does not have result. Please check query status with DescribeStatement.',
      ResourceId: Id,
    });
  });

  it('returns CSV with GetStatementResultV2 if the statement was submitted with this format', async () => {
    const { Id } = await run(`SELECT 1, 'a "b"', NULL, '', true`, { ResultFormat: 'CSV' });
    expect((await call('GetStatementResultV2', { Id })).body).toMatchObject({
      Records: [{ CSVRecords: '1,"a ""b""",,"",true\n' }],
      ResultFormat: 'CSV',
      TotalNumRows: 1,
    });
    expect((await call('GetStatementResult', { Id })).body.__type).toBe('ValidationException');
    const { Id: json } = await run('SELECT 1');
    expect((await call('GetStatementResultV2', { Id: json })).body.__type).toBe('ValidationException');
  });
});

describe('a batch', () => {
  it('has a numbered statement for each SQL', async () => {
    const { Id } = await batch(['CREATE TABLE parts (a int)', 'SELECT 7']);
    expect(await describeIt(Id)).toMatchObject({
      Status: 'FINISHED',
      HasResultSet: true,
      ResultRows: 1,
      SubStatements: [
        { Id: `${Id}:1`, Status: 'FINISHED', HasResultSet: false },
        { Id: `${Id}:2`, Status: 'FINISHED', HasResultSet: true, QueryString: 'SELECT 7' },
      ],
    });
    expect((await call('GetStatementResult', { Id: `${Id}:2` })).body.Records).toEqual([[{ longValue: 7 }]]);
    expect(await describeIt(`${Id}:2`)).toMatchObject({ Id: `${Id}:2`, QueryString: 'SELECT 7' });
    expect((await call('GetStatementResult', { Id })).body.__type).toBe('ValidationException');
    expect((await call('DescribeStatement', { Id: `${Id}:3` })).body.__type).toBe('ResourceNotFoundException');
  });

  it('is one transaction', async () => {
    const { Id } = await batch(['CREATE TABLE undone (a int)', 'SELECT nothing', 'SELECT 1']);
    const described = await describeIt(Id);
    expect(described.Status).toBe('FAILED');
    expect(described.Error).toMatch(/^Query #2 failed with ERROR: column "nothing" does not exist/);
    expect(described.SubStatements.map(({ Status }: { Status: string }) => Status)).toEqual([
      'FINISHED',
      'FAILED',
      'ABORTED',
    ]);
    expect((await run('SELECT * FROM undone')).Error).toContain('does not exist');
  });

  it('continues after an error in AUTO_COMMIT', async () => {
    const { Id } = await batch(['SELECT nothing', 'CREATE TABLE done (a int)'], { ExecutionMode: 'AUTO_COMMIT' });
    const described = await describeIt(Id);
    expect(described.SubStatements.map(({ Status }: { Status: string }) => Status)).toEqual(['FAILED', 'FINISHED']);
    expect(await recordsOf('SELECT * FROM done')).toEqual([]);
  });
});

describe('a session', () => {
  it('keeps temporary tables and transactions', async () => {
    const { SessionId } = await submit('CREATE TEMP TABLE mine AS SELECT 7 AS a', {
      SessionKeepAliveSeconds: 60,
      WaitTimeSeconds: 30,
    });
    const inSession = { SessionId, WorkgroupName: undefined, Database: undefined, WaitTimeSeconds: 30 };
    expect(await recordsOf('SELECT a FROM mine', inSession)).toEqual([[{ longValue: 7 }]]);
    await submit('BEGIN', inSession);
    await submit('CREATE TABLE half (a int)', inSession);
    await submit('ROLLBACK', inSession);
    expect((await run('SELECT * FROM half')).Error).toContain('does not exist');
  });

  it('runs one statement at a time', async () => {
    await using patient = await startSqlFacade({ accessKey: testKey, redshift: { submittedMs: 60_000 } });
    const first = { ...target, Sql: 'SELECT 1', SessionKeepAliveSeconds: 60 };
    const { SessionId } = (await call('ExecuteStatement', first, patient)).body;
    const { body } = await call('ExecuteStatement', { Sql: 'SELECT 2', SessionId }, patient);
    expect(body.message).toBe(`Session ${SessionId} is busy with another statement.`);
  });

  it('ends if it is not used', async () => {
    const { SessionId } = await submit('SELECT 1', { SessionKeepAliveSeconds: 0, WaitTimeSeconds: 30 });
    await expect
      .poll(async () => (await submit('SELECT 1', { SessionId, WaitTimeSeconds: 30 })).__type)
      .toBe('ResourceNotFoundException');
  });

  it('is absent from the response if the request contains none', async () => {
    await run('CREATE TEMP TABLE passing (a int)', { Database: 'other' });
    expect((await run('SELECT * FROM passing', { Database: 'other' })).Status).toBe('FAILED');
  });
});

describe('CancelStatement', () => {
  it('ends a statement that has not started', async () => {
    await using patient = await startSqlFacade({ accessKey: testKey, redshift: { submittedMs: 60_000 } });
    const { body } = await call('ExecuteStatement', { ...target, Sql: 'SELECT 1' }, patient);
    expect((await call('CancelStatement', { Id: body.Id }, patient)).body).toEqual({ Status: true });
    expect((await call('DescribeStatement', { Id: body.Id }, patient)).body.Status).toBe('ABORTED');
  });

  it('rejects a statement that has ended', async () => {
    const { Id } = await run('SELECT 1');
    const { body } = await call('CancelStatement', { Id });
    expect(body.message).toBe(`Could not cancel a query that is already in FINISHED state with ID: ${Id}`);
  });
});

describe('ListStatements', () => {
  const list = async (request: object): Promise<FacadeResponse['body']> => (await call('ListStatements', request)).body;

  it('lists finished statements in pages, the last statement first', async () => {
    const StatementName = 'listed';
    const ids = [
      (await run('SELECT 1', { StatementName: 'listed-1' })).Id,
      (await run('SELECT 2', { StatementName: 'listed-2' })).Id,
    ];
    await run('SELECT nothing', { StatementName: 'listed-3' });
    const first = await list({ StatementName, MaxResults: 1 });
    expect(first.Statements).toMatchObject([
      { Id: ids[1], QueryString: 'SELECT 2', Status: 'FINISHED', StatementName: 'listed-2' },
    ]);
    const second = await list({ StatementName, MaxResults: 1, NextToken: first.NextToken });
    expect(second.Statements).toMatchObject([{ Id: ids[0] }]);
    expect(second).not.toHaveProperty('NextToken');
  });

  it('lists statements by status and by target', async () => {
    await run('SELECT nothing', { StatementName: 'failed', Database: 'other' });
    expect((await list({ StatementName: 'failed', Status: 'FAILED' })).Statements).toHaveLength(1);
    expect((await list({ StatementName: 'failed', Status: 'ALL', Database: 'dev' })).Statements).toEqual([]);
  });
});

describe('requests', () => {
  it.each([
    ['ExecuteStatement', { ...target }, "Value null at 'sql'"],
    ['ExecuteStatement', { Sql: 'SELECT 1', Database: 'dev' }, 'Provide either ClusterIdentifier or WorkgroupName.'],
    ['ExecuteStatement', { Sql: 'SELECT 1', ClusterIdentifier: 'c' }, 'Database is required.'],
    ['BatchExecuteStatement', { ...target, Sqls: [] }, 'Sqls must contain from 1 to 40 statements.'],
    ['DescribeStatement', { Id: 'x' }, 'id must satisfy regex pattern: '],
    ['DescribeStatement', {}, "Value null at 'id'"],
  ])('for %s with %j are rejected', async (operation, request, message) => {
    const { status, body } = await call(operation, request);
    expect({ status, type: body.__type }).toEqual({ status: 400, type: 'ValidationException' });
    expect(body.Message).toContain(message);
  });

  it.each(['DescribeStatement', 'GetStatementResult', 'CancelStatement'])(
    'for %s of an unknown statement are rejected',
    async (operation) => {
      const { body } = await call(operation, { Id: unknownId });
      expect(body).toMatchObject({
        __type: 'ResourceNotFoundException',
        Message: 'Query does not exist.',
        ResourceId: unknownId,
      });
    },
  );
});
