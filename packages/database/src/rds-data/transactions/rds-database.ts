import type { CallOptions } from '@arch/core/builder';

import type { SqlTarget } from '../sql-target.js';
import { sql, sqlBatch } from '../sql/index.js';
import type { SqlScope } from './sql-scope.js';
import { transaction, type TransactionWork } from './transaction.js';

/** The functions for SQL on one database. */
export interface RdsDatabase extends SqlScope {
  /** Executes the statements of `work` in a transaction: either all of them take effect, or none. */
  transaction<Result>(work: TransactionWork<Result>, options?: CallOptions): Promise<Result>;
}

/**
 * Returns the functions for SQL on one database.
 *
 * @example
 * const { sql } = rdsDatabase({ resourceArn, secretArn, database: 'shop' });
 * const order = z.object({ id: z.number(), total: z.string() });
 * const { rows } = await sql('select id, total from orders where shop = :shop', { shop: 7 }, order);
 */
export const rdsDatabase = (target: SqlTarget): RdsDatabase => ({
  sql: (text, parameters, schema, options) => sql({ ...target, sql: text, parameters, schema }, options),
  sqlBatch: (text, parameterSets, options) => sqlBatch({ ...target, sql: text, parameterSets }, options),
  transaction: (work, options) => transaction({ ...target, work }, options),
});
