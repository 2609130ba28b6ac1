import type { CallOptions, StandardSchema, Stream } from '@arch/core/builder';

import type { SqlParameters } from '../sql-parameters.js';
import type { SqlTarget } from '../sql-target.js';
import type { QueryPlan } from '../query-plans/index.js';
import { executeStatement, type ExecutedStatement } from './execute-statement.js';
import { type ExecutedStatements, executeStatements } from './execute-statements.js';
import { explainQuery } from './explain-query.js';
import { query } from './query.js';
import type { Row } from './to-rows.js';

/** The SQL functions for one database. */
export interface RedshiftDatabase {
  /** Streams the rows of a statement. */
  query<Value = Row>(
    sql: string,
    parameters?: SqlParameters,
    schema?: StandardSchema<Value>,
    options?: CallOptions,
  ): Stream<Value>;
  /** Runs a statement that returns no rows. */
  executeStatement(sql: string, parameters?: SqlParameters, options?: CallOptions): Promise<ExecutedStatement>;
  /** Runs statements one after the other in one transaction. */
  executeStatements(
    sqls: readonly string[],
    parameters?: SqlParameters,
    options?: CallOptions,
  ): Promise<ExecutedStatements>;
  /** Returns the query plan of a statement, with advice for a faster query. */
  explainQuery(sql: string, parameters?: SqlParameters, options?: CallOptions): Promise<QueryPlan>;
}

/**
 * Returns the SQL functions for one database, so that you specify the database only once.
 *
 * @example
 * const { query } = redshiftDatabase({ workgroupName: 'reports', database: 'dev' });
 * const order = z.object({ id: z.number(), price: z.string() });
 * const rows = await query('select * from orders where shop = :shop', { shop: 7 }, order).toArray();
 */
export const redshiftDatabase = (target: SqlTarget): RedshiftDatabase => ({
  query: (sql, parameters, schema, options) => query({ ...target, sql, parameters, schema }, options),
  executeStatement: (sql, parameters, options) => executeStatement({ ...target, sql, parameters }, options),
  executeStatements: (sqls, parameters, options) => executeStatements({ ...target, sqls, parameters }, options),
  explainQuery: (sql, parameters, options) => explainQuery({ ...target, sql, parameters }, options),
});
