export type { SqlParameter, SqlParameters } from '../sql-parameters.js';
export type { SqlTarget } from '../sql-target.js';
export type { TypedParameter } from '../typed-parameter.js';
export type { BatchInput } from './batch-input.js';
export type { SqlBatchResult } from './execute-batch.js';
export { sql, type Sql, type SqlInput, type SqlResult } from './sql.js';
export { sqlBatch, type SqlBatchInput } from './sql-batch.js';
export type { StatementInput } from '../statement-input.js';
export type { Row } from '../to-rows.js';
