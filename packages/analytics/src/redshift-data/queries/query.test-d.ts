import { type Stream, z } from '@arch/core/builder';
import { expectTypeOf, test } from 'vitest';

import { query, type RedshiftDatabase, type Row, type SqlParameters } from './index.js';

declare const db: RedshiftDatabase;

test('rows have the type of the schema', () => {
  const order = z.object({ day: z.string(), orders: z.number() });
  expectTypeOf(db.query('select', {}, order)).toEqualTypeOf<Stream<{ day: string; orders: number }>>();
  expectTypeOf(db.query('select')).toEqualTypeOf<Stream<Row>>();
  const input = { sql: 'select', workgroupName: 'reports', database: 'dev' };
  expectTypeOf(query({ ...input, schema: order })).toEqualTypeOf<Stream<{ day: string; orders: number }>>();
  expectTypeOf(query<{ n: number }>(input).first()).resolves.toEqualTypeOf<{ n: number } | undefined>();
});

test('parameters have the types that the Data API accepts', () => {
  expectTypeOf<{ a: string; b: number; c: Date; d: bigint; e: boolean }>().toExtend<SqlParameters>();
  expectTypeOf<{ a: null }>().not.toExtend<SqlParameters>();
});
