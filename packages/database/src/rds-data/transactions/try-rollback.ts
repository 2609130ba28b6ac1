import { ArchError, NotFoundError } from '@arch/core';
import { addNote, type CallOptions, runUndo } from '@arch/core/builder';

import { rollbackTransaction } from './rollback-transaction.js';
import type { TransactionInput } from './transaction-input.js';

/** Rolls back with a separate deadline, also after the caller has aborted the call. */
export const tryRollback = async (
  transaction: TransactionInput,
  options: CallOptions,
): Promise<'done' | 'gone' | 'failed'> => {
  try {
    await runUndo('transaction', options, (own) => rollbackTransaction(transaction, own));
    return 'done';
  } catch (failure) {
    return failure instanceof NotFoundError ? 'gone' : 'failed';
  }
};

/** Adds a sentence to the message of an error, also to an error of the caller's work. Does not change the reason of an abort. */
export const note = (error: unknown, text: string, { signal }: CallOptions): unknown => {
  if (error instanceof ArchError) return addNote(error, text);
  if (error instanceof Error && error !== signal?.reason) Reflect.set(error, 'message', `${error.message} ${text}`);
  return error;
};
