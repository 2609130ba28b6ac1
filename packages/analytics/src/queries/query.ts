import {
  type CallOptions,
  type DeclaredFunction,
  input,
  readAs,
  standardSchema,
  type StandardSchema,
  stream,
  type Stream,
  z,
} from '@arch/core/builder';

import { runStatement, statementUses } from './run-statement.js';
import { isOneTarget, oneTarget } from './sql-target.js';
import { getRowPage, type Row, type RowPage } from './statement-rows.js';
import { type SqlInput, sqlInput } from './submit-statement.js';

export interface QueryInput<Value = Row> extends SqlInput {
  /** What a row is, as a schema of zod, valibot, arktype or another library of Standard Schema. Default: rows as they come. */
  readonly schema?: StandardSchema<Value> | undefined;
}

/** A function that streams rows, which are of the schema's type. */
export interface Query extends DeclaredFunction {
  <Value = Row>(input: QueryInput<Value>, options?: CallOptions): Stream<Value>;
}

/**
 * Runs a statement and streams its rows over all pages, one page ahead of the consumer. A short one costs two requests, because AWS waits
 * with its first answer. It is cancelled when it is given up before it has finished. `int2`, `int4`, `int8` and floats become numbers, `bool` a
 * boolean, `timestamp` and `timestamptz` a `Date`, `super` what its JSON holds, `null` null; `numeric`, `date`, `time` and the rest stay text, so
 * that nothing is rounded.
 *
 * @example
 * const day = z.object({ day: z.string(), orders: z.number() });
 * const sql = 'select day, count(*) as orders from orders where shop = :shop group by 1';
 * for await (const { day, orders } of query({ sql, parameters: { shop: 7 }, schema: day, workgroupName: 'reports', database: 'dev' })) console.log(day, orders);
 * @throws {StatementError} the database refused the statement; it has SQL state, position and line.
 * @throws {InvalidInputError} a parameter is missing, or the SQL does not name it.
 * @throws {UnexpectedResponseError} a row does not fit the schema; the message names row, column and value.
 * @throws {ConflictError} the cluster is paused, or cannot be reached.
 * @see https://docs.aws.amazon.com/redshift-data/latest/APIReference/API_ExecuteStatement.html
 */
export const query: Query = stream(() => ({
  name: 'query',
  input: input<QueryInput<unknown>>({ ...sqlInput(), schema: z.optional(standardSchema<unknown>()) }).check(
    z.refine(isOneTarget, { error: oneTarget }),
  ),
  uses: [...statementUses, getRowPage],
  async *items({ schema, ...members }: QueryInput<unknown>, options: CallOptions) {
    const { id, hasResultSet = true } = await runStatement('query', members, options);
    let count = 0;
    let pending: Promise<RowPage> | undefined = hasResultSet ? getRowPage({ id }, options) : undefined;
    while (pending) {
      const { rows, next }: RowPage = await pending;
      pending = next === undefined ? undefined : getRowPage({ id, nextToken: next }, options);
      // Whoever stops before it is not told how it ended.
      pending?.catch(() => undefined);
      for (const row of rows) {
        count++;
        yield schema ? await readAs(schema, row, { operation: 'query', what: `row ${count}` }) : row;
      }
    }
  },
})) as Query;
