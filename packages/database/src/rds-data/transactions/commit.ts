import { NotFoundError, StatementError } from '@arch/core';
import type { CallOptions } from '@arch/core/builder';

import { asStatementError } from '../run-sql.js';
import { commitTransaction } from './commit-transaction.js';
import { note, tryRollback } from './try-rollback.js';
import type { TransactionInput } from './transaction-input.js';

/** Commits a transaction. If that fails, the error says whether the transaction may have taken effect. */
export const commit = async (transaction: TransactionInput, options: CallOptions): Promise<void> => {
  try {
    await commitTransaction(transaction, options);
  } catch (error) {
    const failure = asStatementError(error, { operation: 'transaction', sql: 'commit' });
    // A transaction that the database rejected, or that AWS ended before, is rolled back. Otherwise a successful rollback shows that nothing
    // was committed.
    const isUndone =
      failure instanceof StatementError ||
      failure instanceof NotFoundError ||
      (await tryRollback(transaction, options)) === 'done';
    const { transactionId } = transaction;
    throw note(
      failure,
      isUndone
        ? 'No change of the transaction has taken effect.'
        : `The changes of the transaction ${transactionId} may have taken effect.`,
      options,
    );
  }
};
