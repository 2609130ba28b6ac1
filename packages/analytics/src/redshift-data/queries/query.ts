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

import { checkParameters } from '../sql-parameters.js';
import { isOneTarget, oneTarget } from '../sql-target.js';
import { rowPage } from './row-page.js';
import { firstRowPage, rowsOfStatement } from './rows-of-statement.js';
import { runStatement, statementUses } from './run-statement.js';
import { type SqlInput, sqlInput } from './sql-input.js';
import { type Submitted, submitStatement } from './submit-statement.js';
import type { Row } from './to-rows.js';

export interface QueryInput<Value = Row> extends SqlInput {
  /** What a row is, as a schema of zod, valibot, arktype or another library of Standard Schema. Default: rows as they come. */
  readonly schema?: StandardSchema<Value> | undefined;
}

/** A function that streams rows, which are of the schema's type. */
export interface Query extends DeclaredFunction<{
  on: 'clusterIdentifier' | 'database' | 'dbUser' | 'secretArn' | 'workgroupArn';
}> {
  <Value = Row>(input: QueryInput<Value>, options?: CallOptions): Stream<Value>;
}

/**
 * Runs a statement and streams its rows over all pages, one page ahead of the consumer. A short one costs two requests, because AWS waits
 * with its answer; one that a cluster or workgroup has to wake up for is waited for. It is cancelled when the call is aborted or its
 * `timeoutMs` is over before it has finished; without one it may take the 24 hours that AWS allows.
 *
 * A row has the names of the SQL's columns; the second of two columns `name` is `name_2` (or the next name that the SQL does not use). `int2`, `int4` and floats are numbers, `int8` is a
 * bigint beyond 2^53, `bool` a boolean, `timestamp` (taken as UTC) and `timestamptz` a `Date` without the microseconds, `super` what its JSON
 * holds, `varbyte` bytes, null null. `numeric`, `date`, `time` and the rest stay text, so that nothing is rounded.
 *
 * @example
 * const order = z.object({ day: z.string(), orders: z.number() });
 * const sql = 'select day, count(*) as orders from orders where shop = :shop group by 1';
 * for await (const { day, orders } of query({ sql, parameters: { shop: 7 }, schema: order, workgroupName: 'reports', database: 'dev' }))
 *   console.log(day, orders);
 * @throws {StatementError} the database refused the statement; it has SQL state, position and line.
 * @throws {InvalidInputError} a parameter is missing, or the SQL does not name it.
 * @throws {UnexpectedResponseError} a row does not fit the schema; the message names row and column.
 * @throws {ConflictError} the cluster is paused, or cannot be reached.
 * @throws {NotFoundError} there is no such cluster or workgroup.
 * @see https://docs.aws.amazon.com/redshift-data/latest/APIReference/API_ExecuteStatement.html
 */
export const query: Query = stream(() => ({
  name: 'query',
  input: input<QueryInput<unknown>>({ ...sqlInput(), schema: z.optional(standardSchema<unknown>()) }).check(
    z.refine(isOneTarget, { error: oneTarget }),
  ),
  uses: [submitStatement.query, rowPage, ...statementUses],
  async *items({ schema, ...members }: QueryInput<unknown>, options: CallOptions) {
    const { sql, parameters } = members;
    checkParameters('query', [sql], parameters);
    const submit = (own: CallOptions): Promise<Submitted> => submitStatement.query(members, own);
    const [statementId, first] = await runStatement(
      { operation: 'query', submit, target: members, options },
      async (id) => [id, await firstRowPage(id, { operation: 'query', sql }, options)],
    );
    let count = 0;
    for await (const row of rowsOfStatement(statementId, first, options)) {
      count++;
      yield schema ? await readAs(schema, row, { operation: 'query', what: `row ${count}` }) : row;
    }
  },
})) as Query;
