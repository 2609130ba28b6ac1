import { ArchError, NotFoundError } from '@arch/core';
import { addNote, type CallOptions } from '@arch/core/builder';

import { rollbackTransaction } from './rollback-transaction.js';
import type { TransactionInput } from './transaction-input.js';

/** Rolls back because of an error, which it gives back: it names the transaction if that was not possible. */
export const rollBack = async (
  transaction: TransactionInput,
  error: unknown,
  options: CallOptions,
): Promise<unknown> => {
  if ((await tryRollback(transaction, options)) !== 'failed') return error;
  const { transactionId } = transaction;
  const text = `The transaction ${transactionId} could not be rolled back: AWS does it after 3 minutes without a statement.`;
  return note(error, text, options);
};

/** Rolls back with a deadline of its own, also when the caller has given up. */
export const tryRollback = async (
  transaction: TransactionInput,
  options: CallOptions,
): Promise<'done' | 'gone' | 'failed'> => {
  const { signal: _over, timeoutMs: _used, ...own } = options;
  try {
    await rollbackTransaction(transaction, { ...own, timeoutMs: 10_000 });
    return 'done';
  } catch (failure) {
    return failure instanceof NotFoundError ? 'gone' : 'failed';
  }
};

/** Adds to an error of ours or of the caller's work; what the caller has aborted with is left as it is. */
export const note = (error: unknown, text: string, { signal }: CallOptions): unknown => {
  if (error instanceof ArchError) return addNote(error, text);
  if (error instanceof Error && error !== signal?.reason) Reflect.set(error, 'message', `${error.message} ${text}`);
  return error;
};
