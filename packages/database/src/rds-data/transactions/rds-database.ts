import type { CallOptions } from '@arch/core/builder';

import type { SqlTarget } from '../sql-target.js';
import { sql, sqlBatch } from '../sql/index.js';
import type { SqlScope } from './sql-scope.js';
import { transaction, type TransactionWork } from './transaction.js';

/** The functions for SQL, bound to one database. */
export interface RdsDatabase extends SqlScope {
  /** Runs statements as one: all of them take effect, or none. */
  transaction<Result>(work: TransactionWork<Result>, options?: CallOptions): Promise<Result>;
}

/**
 * Binds the functions for SQL to a database, so that it is named once.
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
