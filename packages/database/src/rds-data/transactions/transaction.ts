import {
  type AwsInput,
  type CallOptions,
  type DeclaredFunction,
  input,
  runUserFunction,
  task,
  unlessAborted,
  z,
} from '@arch/core/builder';

import { whenResumed } from '../run-sql.js';
import { type SqlTarget, sqlTarget } from '../sql-target.js';
import { sql, sqlBatch } from '../sql/index.js';
import { beginTransaction } from './begin-transaction.js';
import { commit } from './commit.js';
import { commitTransaction } from './commit-transaction.js';
import { openTransaction, type SqlTransaction } from './open-transaction.js';
import { rollbackTransaction } from './rollback-transaction.js';

/** A user-defined function that executes the statements of a transaction. */
export type TransactionWork<Result> = (tx: SqlTransaction) => Promise<Result>;

export interface RunTransactionInput<Result = unknown> extends SqlTarget, AwsInput {
  /** A function that executes statements with `tx`. Its result is the result of the call. If it throws, the transaction is rolled back. */
  readonly work: TransactionWork<Result>;
}

/** A function that returns the result of its `work`. */
export interface Transaction extends DeclaredFunction<{ on: 'resourceArn' | 'secretArn' }> {
  <Result>(input: RunTransactionInput<Result>, options?: CallOptions): Promise<Result>;
}

/**
 * Executes statements in a transaction: all of them take effect when `work` resolves, and none if it throws, the call is aborted or the
 * deadline expires (15 minutes by default). In these cases the function rolls back the transaction and then rejects, with the unchanged error
 * of `work`. If the transaction cannot be rolled back, the message of the error names it.
 *
 * `tx.listRows` reads results of any size. AWS rolls back a transaction after 3 minutes without a statement, and after 24 hours. In MySQL,
 * `create`, `alter` and `drop` commit the previous changes. The function does not retry after a conflict of transactions (SQLSTATE 40001,
 * 40P01), because it would have to call `work` again.
 *
 * @example
 * await transaction({ resourceArn, secretArn, database: 'shop', work: async (tx) => {
 *   const { updatedRows } = await tx.sql('update stock set stored = stored - 1 where item = :item and stored > 0', { item: 7 });
 *   if (updatedRows === 0) throw new Error('sold out');
 *   await tx.sql('insert into sales (item) values (:item)', { item: 7 });
 * } });
 * @throws {StatementError} the database rejected a statement or the commit. The error contains the SQL state and the position.
 * @throws {NotFoundError} AWS has already ended the transaction, or there is no such cluster or secret.
 * @throws {ConflictError} the cluster is not running, its Data API is not enabled, or the secret is not valid.
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/data-api.calling.html
 */
export const transaction: Transaction = task(() => ({
  name: 'transaction',
  input: input<RunTransactionInput>({ ...sqlTarget(), work: workFunction() }),
  uses: [beginTransaction, sql, sqlBatch, commitTransaction, rollbackTransaction],
  run: async ({ work, aws, ...target }: RunTransactionInput, options, { undo, making }) => {
    const { transactionId } = await making(
      'a transaction may be open: AWS rolls it back after 3 minutes without a statement',
      whenResumed((own) => beginTransaction({ ...target, aws }, own), options),
    );
    const begun = { resourceArn: target.resourceArn, secretArn: target.secretArn, transactionId };
    const { tx, close } = openTransaction(target, transactionId, options);
    const left = `the transaction ${transactionId} could not be rolled back: AWS rolls it back after 3 minutes without a statement`;
    const cancelUndo = undo(left, (own) => rollbackTransaction(begun, own));
    let result: unknown;
    try {
      // The work may not react to an abort itself.
      result = await unlessAborted(
        runUserFunction(() => work(tx)),
        options.signal,
      );
    } finally {
      await close();
    }
    cancelUndo();
    await commit(begun, options);
    return result;
  },
})) as Transaction;

const workFunction = (): z.ZodMiniType<TransactionWork<unknown>> =>
  z.custom<TransactionWork<unknown>>(
    (value) => typeof value === 'function',
    'an async function with a transaction as parameter',
  );
