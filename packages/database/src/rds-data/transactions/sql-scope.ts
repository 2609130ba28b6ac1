import type { CallOptions, StandardSchema } from '@arch/core/builder';

import type { SqlParameters } from '../sql-parameters.js';
import type { Row, SqlBatchResult, SqlResult } from '../sql/index.js';

/** The functions for SQL, bound to a database or to a transaction. */
export interface SqlScope {
  /** Runs a statement; its rows are of the schema's type. */
  sql<Value = Row>(
    sql: string,
    parameters?: SqlParameters,
    schema?: StandardSchema<Value>,
    options?: CallOptions,
  ): Promise<SqlResult<Value>>;
  /** Runs one statement for each set of parameters. */
  sqlBatch(sql: string, parameterSets: readonly SqlParameters[], options?: CallOptions): Promise<SqlBatchResult>;
}
