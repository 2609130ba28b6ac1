import {
  type CallOptions,
  type DeclaredFunction,
  input,
  readAs,
  standardSchema,
  type StandardSchema,
  task,
  z,
} from '@arch/core/builder';

import { runSql } from '../run-sql.js';
import { checkParameters } from '../sql-parameters.js';
import { executeSql } from '../execute-sql.js';
import { type StatementInput, statementInput } from '../statement-input.js';
import type { Row } from '../to-rows.js';

export interface SqlInput<Value = Row> extends StatementInput {
  /** What a row is, as a schema of zod, valibot, arktype or another library of Standard Schema. Default: rows as they come. */
  readonly schema?: StandardSchema<Value> | undefined;
}

/** What a statement has given and done. */
export interface SqlResult<Value = Row> {
  readonly rows: readonly Value[];
  /** Rows that were inserted, changed or deleted. */
  readonly updatedRows: number;
  /** Keys that MySQL has made for the rows inserted; Postgres gives them as rows, by `returning`. */
  readonly generatedValues: readonly unknown[];
}

/** A function whose rows are of the schema's type. */
export interface Sql extends DeclaredFunction<{ on: 'resourceArn' | 'secretArn' }> {
  <Value = Row>(input: SqlInput<Value>, options?: CallOptions): Promise<SqlResult<Value>>;
}

/**
 * Runs a statement on an Aurora cluster through its Data API: no driver, no connection, no network. A cluster that was paused is waited for,
 * for two minutes at most. AWS ends a statement after 45 seconds and refuses results above 1 MiB: `listRows` of a `transaction` reads those. It has no token that would make a
 * repetition harmless: where an answer was lost, the statement is not sent again and the error says so. Nor can it cancel one: what is given
 * up may still take effect, outside of a transaction.
 *
 * A row has the names of the SQL's columns; the second of two columns `name` is `name_2` (or the next name that the SQL does not use). Whole numbers are numbers, and bigints beyond 2^53;
 * floats are numbers, `bool` is a boolean, `timestamp` and `timestamptz` a `Date` (without the microseconds, taken as UTC), `json` and `jsonb`
 * what they hold, `bytea` bytes, arrays lists, null null. `numeric`, `date`, `time`, `uuid` and the rest stay text, so that nothing is rounded.
 *
 * @example
 * const order = z.object({ id: z.number(), total: z.string() });
 * const { rows } = await sql({ sql: 'select id, total from orders where shop = :shop', parameters: { shop: 7 }, schema: order, resourceArn, secretArn });
 * @throws {StatementError} the database refused the statement; it has SQL state, position and line.
 * @throws {InvalidInputError} a parameter is missing, or the SQL does not name it.
 * @throws {UnexpectedResponseError} a row does not fit the schema; the message names row and column.
 * @throws {ConflictError} the cluster or its Data API is not running, or the secret does not fit.
 * @throws {NotFoundError} there is no such cluster, secret or transaction.
 * @see https://docs.aws.amazon.com/rdsdataservice/latest/APIReference/API_ExecuteStatement.html
 */
export const sql: Sql = task(() => ({
  name: 'sql',
  input: input<SqlInput<unknown>>({ ...statementInput(), schema: z.optional(standardSchema<unknown>()) }),
  uses: [executeSql],
  timeoutMs: 180_000,
  run: async ({ schema, ...members }: SqlInput<unknown>, options: CallOptions) => {
    checkParameters('sql', members.sql, [members.parameters ?? {}]);
    const executed = await runSql({ operation: 'sql', sql: members.sql, options }, (own) => executeSql(members, own));
    if (!schema) return executed;
    const rows: unknown[] = [];
    for (const row of executed.rows) {
      rows.push(await readAs(schema, row, { operation: 'sql', what: `row ${rows.length + 1}` }));
    }
    return { ...executed, rows };
  },
})) as Sql;
