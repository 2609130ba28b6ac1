import { InvalidInputError, StatementError, UnexpectedResponseError } from '@arch/core';
import { z } from '@arch/core/builder';
import { awsError, type FakeAws } from '@arch/core/testing';
import { describe, expect, expectTypeOf, it } from 'vitest';

import { answering, called, column, target } from '../../__fixtures__/rds-data-answers.js';
import { sql } from '../sql/index.js';
import { rdsDatabase, type SqlTransaction } from './index.js';

const tooLarge = awsError('BadRequestException', 'Database returned more than the allowed response size limit', {
  status: 400,
});

/** A database with a table of texts. A cursor has the rows at the time of its declaration. */
const database = (table: string[]): FakeAws => {
  const aws = answering();
  const cursors = new Map<string, string[]>();
  const rowsOf = (texts: readonly string[]): unknown => {
    if (texts.join('').length > 1_048_576) return tooLarge;
    const records = texts.map((stringValue) => [{ stringValue }]);
    return { records, columnMetadata: [column('body', 'text')], numberOfRecordsUpdated: 0 };
  };
  aws.on('ExecuteStatement', ((input: { readonly sql: string }) => {
    const [, declared] = /^declare (\w+) no scroll cursor without hold for /.exec(input.sql) ?? [];
    const [, count, fetched] = /^fetch forward (\d+) from (\w+)$/.exec(input.sql) ?? [];
    if (declared !== undefined) cursors.set(declared, [...table]);
    if (fetched !== undefined) return rowsOf(cursors.get(fetched)?.splice(0, Number(count)) ?? []);
    if (input.sql.startsWith('select')) return rowsOf(table);
    if (input.sql.startsWith('insert')) table.push('new');
    if (input.sql.startsWith('delete')) table.length = 0;
    return { numberOfRecordsUpdated: 1 };
  }) as never);
  return aws;
};

const statements = (aws: FakeAws): readonly string[] =>
  aws.requests.flatMap(({ input }) =>
    typeof input['sql'] === 'string' ? [input['sql'].replace(/arch_rows_\d+/, 'c')] : [],
  );

const numbered = (count: number): string[] => Array.from({ length: count }, (_, index) => `row ${index}`);

const collect = async (aws: FakeAws, read: (tx: SqlTransaction) => AsyncIterable<unknown>): Promise<unknown[]> =>
  rdsDatabase(target).transaction(async (tx) => Array.fromAsync(read(tx)), { session: aws.session });

describe('listRows', () => {
  it('reads rows through one cursor of the transaction, in growing pages', async () => {
    const texts = numbered(2_500);
    await using aws = database([...texts]);
    const rows = await collect(aws, (tx) => tx.listRows('select body from a where b = :b', { b: 7 }));
    expect(rows).toEqual(texts.map((body) => ({ body })));
    expect(statements(aws)).toEqual([
      'declare c no scroll cursor without hold for select body from a where b = :b',
      ...[10, 40, 160, 640, 1_000, 1_000].map((count) => `fetch forward ${count} from c`),
      'close c',
    ]);
    expect(aws.requests[1]?.input['parameters']).toEqual([{ name: 'b', value: { longValue: 7 } }]);
    expect(called(aws).at(-1)).toBe('CommitTransaction');
  });

  it('returns the rows at the first request, also if the table changes between pages', async () => {
    const texts = numbered(60);
    await using aws = database([...texts]);
    const rows = await rdsDatabase(target).transaction(
      async (tx) => {
        const bodies: unknown[] = [];
        for await (const { body } of tx.listRows('select body from a')) {
          bodies.push(body);
          if (bodies.length === 5) await tx.sql('insert into a values (1)');
          if (bodies.length === 20) await tx.sql('delete from a');
        }
        return bodies;
      },
      { session: aws.session },
    );
    expect(rows).toEqual(texts);
  });

  it('requests smaller pages if rows are large', async () => {
    const texts = Array.from({ length: 60 }, (_, index) => String(index).padEnd(60_000, 'x'));
    await using aws = database([...texts]);
    expect(await collect(aws, (tx) => tx.listRows('select body from a'))).toHaveLength(60);
    const counts = statements(aws).flatMap((text) => /forward (\d+)/.exec(text)?.[1] ?? []);
    expect(counts.slice(0, 2)).toEqual(['10', '4']);
  });

  it('checks rows with the schema, and names the row in the error', async () => {
    await using aws = database(numbered(12));
    const schema = z.object({ body: z.string() });
    await rdsDatabase(target).transaction(
      async (tx) => {
        for await (const row of tx.listRows('select body from a', {}, schema)) expectTypeOf(row.body).toBeString();
      },
      { session: aws.session },
    );
    const wrong = z.object({ body: z.string().check(z.refine((body) => body !== 'row 11')) });
    const reading = collect(aws, (tx) => tx.listRows('select body from a', {}, wrong));
    await expect(reading).rejects.toThrow(UnexpectedResponseError);
    await expect(reading).rejects.toThrow('listRows: row 12 does not match the schema: body');
  });

  it('closes the cursor when the consumer stops', async () => {
    await using aws = database(numbered(100));
    await rdsDatabase(target).transaction(
      async (tx) => {
        for await (const _row of tx.listRows('select body from a', {}, undefined, { pageRows: 2 })) break;
      },
      { session: aws.session },
    );
    expect(statements(aws).slice(1)).toEqual(['fetch forward 2 from c', 'close c']);
  });
});

describe('a result above 1 MiB', () => {
  it('throws an error that names listRows', async () => {
    await using aws = database(['x'.repeat(1_048_577)]);
    const call = sql({ ...target, sql: 'select body from a' }, { session: aws.session });
    await expect(call).rejects.toThrow('In PostgreSQL, read the rows with tx.listRows(…) in transaction().');
    await expect(call).rejects.toThrow('where id > :last order by id limit 1000');
  });

  it('in one page ends the transaction, and the error names the remedy', async () => {
    await using aws = database(['x'.repeat(600_000), 'x'.repeat(600_000)]);
    aws.on('RollbackTransaction', awsError('NotFoundException', 'Transaction is not found', { status: 404 }));
    const reading = collect(aws, (tx) => tx.listRows('select body from a'));
    await expect(reading).rejects.toThrow(
      'A page of 10 rows is larger than 1 MiB, so AWS ended the transaction: pass a smaller pageRows.',
    );
    await expect(reading).rejects.not.toThrow('could not be rolled back');
    expect(called(aws)).toEqual(['BeginTransaction', 'ExecuteStatement', 'ExecuteStatement', 'RollbackTransaction']);
  });
});

describe('a query that fails', () => {
  it('throws an error with the position in the SQL of the caller', async () => {
    await using aws = answering();
    aws.on('ExecuteStatement', (input) => {
      const at = String(input['sql']).indexOf('bodi') + 1;
      const message = `ERROR: column "bodi" does not exist; Position: ${at}; SQLState: 42703`;
      return awsError('DatabaseErrorException', message, { status: 400 });
    });
    const reading = collect(aws, (tx) => tx.listRows('select\n bodi from a'));
    await expect(reading).rejects.toThrow('listRows: the statement failed in line 2: column "bodi" does not exist');
    await expect(reading).rejects.toMatchObject({ position: 9 });
  });

  it('names the alternative for MySQL', async () => {
    await using aws = answering();
    const message =
      'You have an error in your SQL syntax; check the manual that corresponds to your MySQL server version';
    aws.on('ExecuteStatement', awsError('DatabaseErrorException', message, { status: 400 }));
    const reading = collect(aws, (tx) => tx.listRows('select 1'));
    await expect(reading).rejects.toThrow(StatementError);
    await expect(reading).rejects.toThrow('listRows requires PostgreSQL. In MySQL, select in parts:');
  });

  it.each([
    [{ b: 1 }, undefined, 'listRows: parameters contains b, which the SQL does not use.'],
    [{}, 0, 'listRows: pageRows must be an integer from 1 to 100,000 (got 0).'],
  ])('is not sent with invalid input: %o, %o', async (parameters, pageRows, message) => {
    await using aws = answering();
    const reading = collect(aws, (tx) => tx.listRows('select 1', parameters, undefined, { pageRows }));
    await expect(reading).rejects.toThrow(InvalidInputError);
    await expect(reading).rejects.toThrow(message);
    expect(called(aws)).not.toContain('ExecuteStatement');
  });
});
