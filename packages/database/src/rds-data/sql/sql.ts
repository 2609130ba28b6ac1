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
  /** The schema of a row: zod, valibot, arktype or another library with Standard Schema. Default: rows are not checked. */
  readonly schema?: StandardSchema<Value> | undefined;
}

/** The result of a statement. */
export interface SqlResult<Value = Row> {
  /** The rows of a query; empty for other statements. */
  readonly rows: readonly Value[];
  /** The number of rows that were inserted, changed or deleted. */
  readonly updatedRows: number;
  /** The keys that MySQL generated for inserted rows. In PostgreSQL, use `returning`, which returns them as rows. */
  readonly generatedValues: readonly unknown[];
}

/** A function whose rows have the schema's type. */
export interface Sql extends DeclaredFunction<{ on: 'resourceArn' | 'secretArn' }> {
  <Value = Row>(input: SqlInput<Value>, options?: CallOptions): Promise<SqlResult<Value>>;
}

/**
 * Executes a statement on an Aurora cluster with the RDS Data API, without a driver or a connection to its network. If the cluster is paused,
 * the call waits up to two minutes until it has resumed. AWS ends a statement after 45 seconds and rejects results above 1 MiB; `listRows` of a
 * `transaction` reads larger results. AWS has no idempotency token for statements, so a request whose response is lost is not retried. AWS
 * cannot cancel a statement either: outside of a transaction, an aborted call may still take effect.
 *
 * The members of a row have the names of the SQL's columns; a second column `name` becomes `name_2`. Integers are numbers, or bigints beyond
 * 2^53; floats are numbers, `bool` is a boolean, `timestamp` and `timestamptz` are a `Date` (in UTC, without microseconds), `json` and `jsonb`
 * are the parsed value, `bytea` is a `Uint8Array`, arrays are lists. `numeric`, `date`, `time`, `uuid` and all other types are strings, so
 * that nothing is rounded.
 *
 * @example
 * const order = z.object({ id: z.number(), total: z.string() });
 * const { rows } = await sql({ sql: 'select id, total from orders where shop = :shop', parameters: { shop: 7 }, schema: order, resourceArn, secretArn });
 * @throws {StatementError} the database rejected the statement. The error contains the SQL state, the position and the line.
 * @throws {InvalidInputError} a parameter of the SQL is missing, or the SQL does not use a parameter.
 * @throws {UnexpectedResponseError} a row does not match the schema. The message names the row and the column.
 * @throws {ConflictError} the cluster is not running, its Data API is not enabled, or the secret is not valid.
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
