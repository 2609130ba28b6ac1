import { NotFoundError, StatementError } from '@arch/core';
import type { CallOptions } from '@arch/core/builder';

import { asStatementError } from '../run-sql.js';
import { commitTransaction } from './commit-transaction.js';
import { note, tryRollback } from './try-rollback.js';
import type { TransactionInput } from './transaction-input.js';

/** Commits, or throws an error that says what has become of the transaction. */
export const commit = async (transaction: TransactionInput, options: CallOptions): Promise<void> => {
  try {
    await commitTransaction(transaction, options);
  } catch (error) {
    const failure = asStatementError(error, { operation: 'transaction', sql: 'commit' });
    // What the database has refused, or AWS has ended before, is undone; otherwise a rollback that is possible shows that nothing was committed.
    const isUndone =
      failure instanceof StatementError ||
      failure instanceof NotFoundError ||
      (await tryRollback(transaction, options)) === 'done';
    const { transactionId } = transaction;
    throw note(
      failure,
      isUndone
        ? 'Nothing of the transaction has taken effect.'
        : `It is not known whether the transaction ${transactionId} has taken effect.`,
      options,
    );
  }
};
