import type { CallOptions, StandardSchema } from '@arch/core/builder';

import type { SqlParameters } from '../sql-parameters.js';
import type { Row, SqlBatchResult, SqlResult } from '../sql/index.js';

/** The functions for SQL on one database or in one transaction. */
export interface SqlScope {
  /** Executes a statement. Its rows have the schema's type. */
  sql<Value = Row>(
    sql: string,
    parameters?: SqlParameters,
    schema?: StandardSchema<Value>,
    options?: CallOptions,
  ): Promise<SqlResult<Value>>;
  /** Executes one statement for each set of parameters. */
  sqlBatch(sql: string, parameterSets: readonly SqlParameters[], options?: CallOptions): Promise<SqlBatchResult>;
}
