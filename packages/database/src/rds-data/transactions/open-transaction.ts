import { InvalidInputError } from '@arch/core';
import type { CallOptions, StandardSchema } from '@arch/core/builder';

import type { SqlParameters } from '../sql-parameters.js';
import type { SqlTarget } from '../sql-target.js';
import { type Row, sql, sqlBatch } from '../sql/index.js';
import { cursorRows } from './cursor-rows.js';
import type { SqlScope } from './sql-scope.js';

/** The functions for SQL within a transaction. The database executes the statements one after the other, in the order of the calls. */
export interface SqlTransaction extends SqlScope {
  /** The ID of the transaction. */
  readonly transactionId: string;
  /**
   * Streams the rows of a query of any size through a server-side cursor (PostgreSQL only). The rows are those at the first request, even if
   * the table changes. Other statements can be executed between the pages. A page has at most 1 MiB. AWS rolls back a transaction after 3
   * minutes without a statement.
   *
   * @throws {StatementError} the database rejected the query.
   * @throws {InvalidInputError} a parameter of the SQL is missing, or the SQL does not use a parameter.
   * @throws {UnexpectedResponseError} a row does not match the schema.
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
  /** The number of rows per page, 1–100,000. Default: about 256 KiB, at most 1,000 rows. Pass a smaller number if single rows are very large. */
  readonly pageRows?: number | undefined;
}

/** A transaction that accepts statements until it is closed. */
export interface OpenTransaction {
  readonly tx: SqlTransaction;
  /** Rejects further statements, and waits for those in progress. */
  close(): Promise<void>;
}

/** Opens a transaction for statements. The database executes one statement of a transaction at a time, so each waits for the previous one. */
export const openTransaction = (target: SqlTarget, transactionId: string, options: CallOptions): OpenTransaction => {
  let isClosed = false;
  let cursors = 0;
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(own: CallOptions = {}, run: (options: CallOptions) => Promise<Result>): Promise<Result> => {
    if (isClosed) return Promise.reject(closedError());
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
      isClosed = true;
      await last;
    },
  };
};

const both = (one: AbortSignal | undefined, other: AbortSignal | undefined): AbortSignal | undefined =>
  one && other ? AbortSignal.any([one, other]) : (one ?? other);

const closedError = (): InvalidInputError =>
  new InvalidInputError('transaction: the transaction has ended. Await every statement within work.', {
    operation: 'transaction',
  });
