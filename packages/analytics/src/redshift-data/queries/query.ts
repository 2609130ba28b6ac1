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
import { isOneTarget, oneTargetMessage } from '../sql-target.js';
import { rowPage } from './row-page.js';
import { firstRowPage, rowsOfStatement } from './rows-of-statement.js';
import { runStatement, statementUses } from './run-statement.js';
import { type SqlInput, sqlInput } from './sql-input.js';
import { type Submitted, submitStatement } from './submit-statement.js';
import type { Row } from './to-rows.js';

export interface QueryInput<Value = Row> extends SqlInput {
  /** Schema of a row, from zod, valibot, arktype or another library that implements Standard Schema. Default: rows are not checked. */
  readonly schema?: StandardSchema<Value> | undefined;
}

/** The type of `query`: the rows have the type of the schema. */
export interface Query extends DeclaredFunction<{
  on: 'clusterIdentifier' | 'database' | 'dbUser' | 'secretArn' | 'workgroupArn';
}> {
  <Value = Row>(input: QueryInput<Value>, options?: CallOptions): Stream<Value>;
}

/**
 * Runs a statement and streams its rows over all pages, one page ahead of the consumer. A short query sends two requests: AWS responds when
 * the result is ready, so no polling is necessary. If the cluster or workgroup is resuming, the call waits for it. The statement is
 * cancelled if the call is aborted or exceeds `timeoutMs`; without `timeoutMs` it can run for 24 hours, AWS's limit.
 *
 * The members of a row are the columns of the result. A second column `name` is called `name_2`, or the next name that the SQL does not
 * use. Types: `int2`, `int4`, `int8` and floats are numbers, except that an `int8` beyond ±2^53 is a bigint; `bool` is a boolean;
 * `timestamp` (in UTC) and `timestamptz` are a `Date` without microseconds; `super` is the parsed JSON; `varbyte` is a `Uint8Array`; null
 * is null. All other types, e.g. `numeric`, `date` and `time`, are strings, so that no digit is lost.
 *
 * @example
 * const order = z.object({ day: z.string(), orders: z.number() });
 * const sql = 'select day, count(*) as orders from orders where shop = :shop group by 1';
 * for await (const { day, orders } of query({ sql, parameters: { shop: 7 }, schema: order, workgroupName: 'reports', database: 'dev' }))
 *   console.log(day, orders);
 * @throws {StatementError} the statement failed; the error contains the SQLSTATE, the position and the line.
 * @throws {InvalidInputError} a parameter is missing, or the SQL does not use it.
 * @throws {UnexpectedResponseError} a row does not match the schema; the message contains the row and the column.
 * @throws {ConflictError} the cluster is paused, or AWS cannot connect to it.
 * @throws {NotFoundError} there is no such cluster or workgroup.
 * @see https://docs.aws.amazon.com/redshift-data/latest/APIReference/API_ExecuteStatement.html
 */
export const query: Query = stream(() => ({
  name: 'query',
  input: input<QueryInput<unknown>>({ ...sqlInput(), schema: z.optional(standardSchema<unknown>()) }).check(
    z.refine(isOneTarget, { error: oneTargetMessage }),
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
