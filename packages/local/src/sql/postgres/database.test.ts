import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connection, Database } from './database.js';
import { databases } from './databases.js';
import { describeColumns } from './describe-columns.js';

const all = databases();
const main = all.open('owner', 'main');

async function use<T>(database: Database, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await database.connect();
  try {
    return await work(connection);
  } finally {
    await connection.release();
  }
}

const rowsOf = (sql: string, database = main): Promise<unknown[]> =>
  use(database, async (connection) => [...(await connection.run({ sql })).rows()]);

beforeAll(() => rowsOf('SELECT 1'), 60_000);
afterAll(() => all.stop());

describe('a database', () => {
  it('runs a statement with its parameters and returns its result', async () => {
    const result = await use(main, (connection) =>
      connection.run({
        sql: 'SELECT $1::int + 1 AS sum, $2 AS text, $3 AS bytes',
        parameters: [
          { value: '41', typeId: 0 },
          { value: null, typeId: 1043 },
          { value: Buffer.from([1, 255]), typeId: 17 },
        ],
      }),
    );
    expect([...result.rows()]).toEqual([['42', null, String.raw`\x01ff`]]);
    expect(result).toMatchObject({
      command: 'SELECT 1',
      rowCount: 1,
      columns: [{ name: 'sum', dataTypeID: 23 }, {}, {}],
    });
  });

  it('stores 100,000 rows in pages, with about the number of bytes that Postgres sent', async () => {
    const sql = "SELECT g, repeat('x', 90) FROM generate_series(1, 100000) g";
    const result = await use(main, (connection) => connection.run({ sql }));
    expect([result.rowCount, result.pageCount]).toEqual([100_000, 100]);
    expect(result.sizeBytes).toBeLessThan(12_000_000);
    expect([...result.page(99)].at(-1)).toEqual(['100000', 'x'.repeat(90)]);
  });

  it('throws the errors of Postgres', async () => {
    await expect(rowsOf('SELECT * FROM nowhere')).rejects.toMatchObject({ code: '42P01', position: '15' });
    await expect(rowsOf('SELECT 1 / (1500 - g) FROM generate_series(1, 2000) g')).rejects.toMatchObject({
      code: '22012',
    });
    expect(await rowsOf('SELECT 1')).toEqual([['1']]);
  });

  it('throws the errors of a commit', async () => {
    await rowsOf('CREATE TABLE once (a int UNIQUE DEFERRABLE INITIALLY DEFERRED)');
    await expect(rowsOf('INSERT INTO once VALUES (1), (1)')).rejects.toMatchObject({ code: '23505' });
  });

  it('rolls back a canceled statement', async () => {
    await rowsOf('CREATE TABLE many (a int)');
    const canceled = use(main, (connection) => {
      const controller = new AbortController();
      const sql = 'INSERT INTO many SELECT g FROM generate_series(1, 5000) g RETURNING a';
      const result = connection.run({ sql }, { signal: controller.signal });
      controller.abort();
      return result;
    });
    await expect(canceled).rejects.toThrow('aborted');
    expect(await rowsOf('SELECT count(*) FROM many')).toEqual([['0']]);
  });
});

describe('a connection', () => {
  it('leaves no transaction, setting or temporary table to the next connection', async () => {
    await use(main, async (connection) => {
      await connection.run({ sql: "SET application_name = 'mine'" });
      await connection.run({ sql: 'CREATE TEMP TABLE passing (a int)' });
      await connection.run({ sql: 'BEGIN' });
      await connection.run({ sql: 'CREATE TABLE uncommitted (a int)' });
    });
    const sql = "SELECT current_setting('application_name'), to_regclass('passing'), to_regclass('uncommitted')";
    expect(await rowsOf(sql)).toEqual([['', null, null]]);
  });

  it('keeps temporary tables until all members have left', async () => {
    const member = main.join();
    await rowsOf('CREATE TEMP TABLE kept (a int)');
    expect(await rowsOf('SELECT * FROM kept')).toEqual([]);
    await member.leave();
    await expect(rowsOf('SELECT * FROM kept')).rejects.toMatchObject({ code: '42P01' });
  });

  it('is returned within the timeout, or the call rejects', async () => {
    await use(main, async () => {
      await expect(main.connect({ timeoutMs: 1 })).rejects.toMatchObject({ name: 'TimeoutError' });
    });
    expect(await rowsOf('SELECT 1')).toEqual([['1']]);
  });
});

describe('databases', { timeout: 30_000 }, () => {
  it('are independent of each other', async () => {
    await rowsOf('CREATE TABLE here (a int)');
    expect(await rowsOf("SELECT to_regclass('here')", all.open('owner', 'other'))).toEqual([[null]]);
    expect(await rowsOf("SELECT to_regclass('here')")).toEqual([['here']]);
  });

  it('start again after Postgres has ended unexpectedly', async () => {
    const broken = all.open('owner', 'broken');
    // This statement waits for input that is never sent, so Postgres ends.
    await expect(rowsOf('COPY pg_class FROM stdin', broken)).rejects.toThrow('terminated');
    expect(await rowsOf('SELECT 1', broken)).toEqual([['1']]);
  });
});

describe('describeColumns', () => {
  it('returns types, tables and nullability', async () => {
    await rowsOf("CREATE TYPE mood AS ENUM ('good')");
    await rowsOf('CREATE TABLE things (id serial PRIMARY KEY, own int GENERATED ALWAYS AS IDENTITY, moods mood[])');
    const columns = await use(main, async (connection) => {
      const result = await connection.run({ sql: 'SELECT id, own, moods, 1 AS one FROM things' });
      return describeColumns(connection, result.columns ?? []);
    });
    const table = { schemaName: 'public', tableName: 'things' };
    expect(columns).toMatchObject([
      { name: 'id', typeName: 'int4', isAutoIncrement: true, nullable: 0, ...table },
      { name: 'own', typeName: 'int4', isAutoIncrement: true, nullable: 0, ...table },
      { name: 'moods', typeName: '_mood', isArray: true, isAutoIncrement: false, nullable: 1, ...table },
      { name: 'one', typeName: 'int4', isArray: false, nullable: 2, schemaName: '', tableName: '' },
    ]);
  });
});
