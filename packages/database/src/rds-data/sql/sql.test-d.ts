import { z } from '@arch/core/builder';
import { expectTypeOf, test } from 'vitest';

import type { RdsDatabase } from '../transactions/index.js';
import type { Row, SqlParameters, SqlResult } from './index.js';

declare const db: RdsDatabase;

test('rows have the type of the schema', () => {
  const order = z.object({ id: z.number(), total: z.string() });
  expectTypeOf(db.sql('select', {}, order)).resolves.toEqualTypeOf<SqlResult<{ id: number; total: string }>>();
  expectTypeOf(db.sql('select')).resolves.toEqualTypeOf<SqlResult>();
  expectTypeOf<SqlResult['rows']>().toEqualTypeOf<readonly Row[]>();
});

test('a transaction has the result type of its work, and its rows have the type of the schema', () => {
  const order = z.object({ id: z.number() });
  const id = db.transaction(async (tx) => {
    const { rows } = await tx.sql('select', {}, order);
    expectTypeOf(rows).toEqualTypeOf<readonly { id: number }[]>();
    return rows[0]?.id;
  });
  expectTypeOf(id).resolves.toEqualTypeOf<number | undefined>();
});

test('parameters accept only values that the database accepts', () => {
  expectTypeOf<{ a: string; b: null; c: Date; d: { uuid: string }; e: bigint }>().toExtend<SqlParameters>();
  expectTypeOf<{ a: string[] }>().not.toExtend<SqlParameters>();
  expectTypeOf<{ a: undefined }>().not.toExtend<SqlParameters>();
  expectTypeOf<{ a: { uuid: number } }>().not.toExtend<SqlParameters>();
});
