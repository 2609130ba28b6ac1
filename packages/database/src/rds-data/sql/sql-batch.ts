import { InvalidInputError } from '@arch/core';
import { input, type Operation, task } from '@arch/core/builder';

import { jsonBytes } from '../json-bytes.js';
import { runSql } from '../run-sql.js';
import { checkParameters, type SqlParameters, toSqlParameters } from '../sql-parameters.js';
import { batchInput, type BatchInput } from './batch-input.js';
import { executeBatch, type SqlBatchResult } from './execute-batch.js';

export interface SqlBatchInput extends BatchInput {}

/**
 * Executes one statement, usually an `insert`, for each set of parameters with a single request. AWS returns neither rows nor the number of
 * changed rows. If all or none of the changes must take effect, use it in a transaction.
 *
 * @example
 * const parameterSets = [{ id: 1, total: { decimal: '1.50' } }, { id: 2, total: { decimal: '2.25' } }];
 * await sqlBatch({ sql: 'insert into orders (id, total) values (:id, :total)', parameterSets, resourceArn, secretArn });
 * @throws {StatementError} the database rejected the statement for one of the sets. The error contains the SQL state and the position.
 * @throws {InvalidInputError} a set lacks a parameter of the SQL, or contains one that the SQL does not use.
 * @throws {ConflictError} the cluster is not running, its Data API is not enabled, or the secret is not valid.
 * @see https://docs.aws.amazon.com/rdsdataservice/latest/APIReference/API_BatchExecuteStatement.html
 */
export const sqlBatch: Operation<SqlBatchInput, SqlBatchResult, { on: 'resourceArn' | 'secretArn' }> = task(() => ({
  name: 'sqlBatch',
  input: input<SqlBatchInput>(batchInput()),
  uses: [executeBatch],
  timeoutMs: 180_000,
  run: async (members, options) => {
    const { sql, parameterSets } = members;
    checkParameters('sqlBatch', sql, parameterSets);
    checkSize(parameterSets);
    return runSql({ operation: 'sqlBatch', sql, options }, (own) => executeBatch(members, own));
  },
}));

/** AWS's limit for one request, reduced by the space for the other members. */
const longestBytes = 4 * 1_024 * 1_024 - 100_000;

const checkSize = (sets: readonly SqlParameters[]): void => {
  const bytes = jsonBytes(sets.map(toSqlParameters));
  if (bytes <= longestBytes) return;
  throw new InvalidInputError(
    `sqlBatch: parameterSets has ${(bytes / 2 ** 20).toFixed(1)} MiB in ${sets.length} sets, but AWS accepts at most 4 MiB. Divide the sets into several calls within a transaction.`,
    { operation: 'sqlBatch' },
  );
};
