import { InvalidInputError } from '@arch/core';
import { input, type Operation, task } from '@arch/core/builder';

import { jsonBytes } from '../json-bytes.js';
import { runSql } from '../run-sql.js';
import { checkParameters, type SqlParameters, toSqlParameters } from '../sql-parameters.js';
import { batchInput, type BatchInput } from './batch-input.js';
import { executeBatch, type SqlBatchResult } from './execute-batch.js';

export interface SqlBatchInput extends BatchInput {}

/**
 * Runs one statement, an `insert` above all, for each set of parameters with a single request. It gives no rows, nor how many were changed.
 * Run it in a transaction where all or none of it has to take effect.
 *
 * @example
 * const parameterSets = [{ id: 1, total: { decimal: '1.50' } }, { id: 2, total: { decimal: '2.25' } }];
 * await sqlBatch({ sql: 'insert into orders (id, total) values (:id, :total)', parameterSets, resourceArn, secretArn });
 * @throws {StatementError} the database refused the statement for one of the sets; it has SQL state and position.
 * @throws {InvalidInputError} a set lacks a parameter, or has one that the SQL does not name.
 * @throws {ConflictError} the cluster or its Data API is not running, or the secret does not fit.
 * @see https://docs.aws.amazon.com/rdsdataservice/latest/APIReference/API_BatchExecuteStatement.html
 */
export const sqlBatch: Operation<SqlBatchInput, SqlBatchResult> = task(() => ({
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

/** What AWS takes as one request, with room for what is beside the parameters. */
const longestBytes = 4 * 1_024 * 1_024 - 100_000;

const checkSize = (sets: readonly SqlParameters[]): void => {
  const bytes = jsonBytes(sets.map(toSqlParameters));
  if (bytes <= longestBytes) return;
  throw new InvalidInputError(
    `sqlBatch: ${sets.length} sets of parameters are ${(bytes / 2 ** 20).toFixed(1)} MiB together; AWS takes 4 MiB: send them in parts, within a transaction.`,
    { operation: 'sqlBatch' },
  );
};
