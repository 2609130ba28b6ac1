import { InvalidInputError } from '@arch/core';
import type { CallOptions } from '@arch/core/builder';

import type { SqlTarget } from '../sql-target.js';
import { sql, sqlBatch } from '../sql/index.js';
import type { SqlScope } from './sql-scope.js';

/** What a transaction's work runs its SQL by. Statements run in the order of their calls, one after the other. */
export interface SqlTransaction extends SqlScope {
  readonly transactionId: string;
}

/** A transaction that takes statements until it is closed. */
export interface OpenTransaction {
  readonly tx: SqlTransaction;
  /** Takes no more statements, and waits for those that were begun. */
  close(): Promise<void>;
}

/** Lets statements into a transaction. A database runs one at a time of it, so each waits for the one before. */
export const openTransaction = (target: SqlTarget, transactionId: string, options: CallOptions): OpenTransaction => {
  let isOver = false;
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(own: CallOptions = {}, run: (options: CallOptions) => Promise<Result>): Promise<Result> => {
    if (isOver) return Promise.reject(over());
    const result = last.then(() => run({ ...options, ...own, signal: both(options.signal, own.signal) }));
    last = result.catch(() => undefined);
    return result;
  };
  const where = { ...target, transactionId };
  return {
    tx: {
      transactionId,
      sql: (text, parameters, schema, own) =>
        inTurn(own, (all) => sql({ ...where, sql: text, parameters, schema }, all)),
      sqlBatch: (text, parameterSets, own) =>
        inTurn(own, (all) => sqlBatch({ ...where, sql: text, parameterSets }, all)),
    },
    close: async () => {
      isOver = true;
      await last;
    },
  };
};

const both = (one: AbortSignal | undefined, other: AbortSignal | undefined): AbortSignal | undefined =>
  one && other ? AbortSignal.any([one, other]) : (one ?? other);

const over = (): InvalidInputError =>
  new InvalidInputError('transaction: it is over. Await every statement within the work of the transaction.', {
    operation: 'transaction',
  });
