import { InvalidInputError } from '@arch/core';
import type { CallOptions, StandardSchema } from '@arch/core/builder';

import type { SqlParameters } from '../sql-parameters.js';
import type { SqlTarget } from '../sql-target.js';
import { type Row, sql, sqlBatch } from '../sql/index.js';
import { cursorRows } from './cursor-rows.js';
import type { SqlScope } from './sql-scope.js';

/** What a transaction's work runs its SQL by. Statements run in the order of their calls, one after the other. */
export interface SqlTransaction extends SqlScope {
  readonly transactionId: string;
  /**
   * Streams the rows of a query of any size, through a server-side cursor (PostgreSQL only). All rows are as they were at the first request,
   * whatever changes meanwhile. Other statements may run between its pages. A page has at most 1 MiB, and AWS rolls back a transaction that
   * has no statement for 3 minutes.
   *
   * @throws {StatementError} the database rejected the query.
   * @throws {InvalidInputError} a parameter is missing, or the SQL does not name it.
   * @throws {UnexpectedResponseError} a row does not fit the schema.
   */
  listRows<Value = Row>(
    sql: string,
    parameters?: SqlParameters,
    schema?: StandardSchema<Value>,
    options?: ListRowsOptions,
  ): AsyncIterableIterator<Value>;
}

/** Options of `listRows`. */
export interface ListRowsOptions extends CallOptions {
  /** Rows per page, 1–100,000. Default: as many as make about 256 KiB, at most 1,000. Fewer are needed if single rows are very large. */
  readonly pageRows?: number | undefined;
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
  let cursors = 0;
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
      listRows: <Value>(
        text: string,
        parameters?: SqlParameters,
        schema?: StandardSchema<Value>,
        { pageRows, ...own }: ListRowsOptions = {},
      ) =>
        cursorRows({ cursor: `arch_rows_${++cursors}`, sql: text, parameters, schema, pageRows }, where, (run) =>
          inTurn(own, run),
        ) as AsyncIterableIterator<Value>,
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
