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

import { whenAwake } from '../run-sql.js';
import { type SqlTarget, sqlTarget } from '../sql-target.js';
import { sql, sqlBatch } from '../sql/index.js';
import { beginTransaction } from './begin-transaction.js';
import { commit } from './commit.js';
import { commitTransaction } from './commit-transaction.js';
import { openTransaction, type SqlTransaction } from './open-transaction.js';
import { rollbackTransaction } from './rollback-transaction.js';

/** What is done in a transaction. */
export type TransactionWork<Result> = (tx: SqlTransaction) => Promise<Result>;

export interface RunTransactionInput<Result = unknown> extends SqlTarget, AwsInput {
  /** Runs its statements by `tx`. What it gives is what the transaction gives; where it throws, nothing takes effect. */
  readonly work: TransactionWork<Result>;
}

/** A function that gives what its work gives. */
export interface Transaction extends DeclaredFunction {
  <Result>(input: RunTransactionInput<Result>, options?: CallOptions): Promise<Result>;
}

/**
 * Runs statements as one: all of them take effect when `work` is done, and none when it throws, or when the call is aborted or its
 * `timeoutMs` (15 minutes) is over; that is told when it has been rolled back. The error of `work` comes through as it is; where the transaction could not be rolled back, its message names it.
 *
 * `tx.listRows` reads results of any size. AWS itself rolls back a transaction that has had no statement for 3 minutes, and any after 24 hours: do what takes longer before or after.
 * In MySQL, `create`, `alter` and `drop` commit what was done before them. Nothing is tried again when transactions collide (SQLSTATE 40001,
 * 40P01): the whole of `work` would have to be.
 *
 * @example
 * await transaction({ resourceArn, secretArn, database: 'shop', work: async (tx) => {
 *   const { updatedRows } = await tx.sql('update stock set stored = stored - 1 where item = :item and stored > 0', { item: 7 });
 *   if (updatedRows === 0) throw new Error('sold out');
 *   await tx.sql('insert into sales (item) values (:item)', { item: 7 });
 * } });
 * @throws {StatementError} the database refused a statement or the commit; it has SQL state and position.
 * @throws {NotFoundError} the transaction has ended meanwhile, or there is no such cluster or secret.
 * @throws {ConflictError} the cluster or its Data API is not running, or the secret does not fit.
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/data-api.calling.html
 */
export const transaction: Transaction = task(() => ({
  name: 'transaction',
  input: input<RunTransactionInput>({ ...sqlTarget(), work: workFunction() }),
  uses: [beginTransaction, sql, sqlBatch, commitTransaction, rollbackTransaction],
  run: async ({ work, aws, ...target }: RunTransactionInput, options, { undo, making }) => {
    const { transactionId } = await making(
      'a transaction may be open: AWS rolls it back after 3 minutes without a statement',
      whenAwake((own) => beginTransaction({ ...target, aws }, own), options),
    );
    const begun = { resourceArn: target.resourceArn, secretArn: target.secretArn, transactionId };
    const { tx, close } = openTransaction(target, transactionId, options);
    const left = `the transaction ${transactionId} could not be rolled back: AWS does it after 3 minutes without a statement`;
    const keep = undo(left, (own) => rollbackTransaction(begun, own));
    let result: unknown;
    try {
      // The work may not hear of an abort itself.
      result = await unlessAborted(
        runUserFunction(() => work(tx)),
        options.signal,
      );
    } finally {
      await close();
    }
    keep();
    await commit(begun, options);
    return result;
  },
})) as Transaction;

const workFunction = (): z.ZodMiniType<TransactionWork<unknown>> =>
  z.custom<TransactionWork<unknown>>(
    (value) => typeof value === 'function',
    'an async function that takes a transaction',
  );
