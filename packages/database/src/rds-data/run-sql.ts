import { ArchError, StatementError } from '@arch/core';
import { addNote, type CallOptions, retryWhile, statementFailed } from '@arch/core/builder';

/** The input of {@link runSql}. */
export interface SqlRun {
  readonly operation: string;
  readonly sql: string;
  /** The number of characters that are sent before the SQL. Default: 0. */
  readonly offset?: number | undefined;
  readonly options: CallOptions;
}

/** The longest wait until a paused cluster has resumed. */
const longestResumeMs = 120_000;
/** The timeout of one attempt. AWS ends a statement after 45 seconds. */
const attemptMs = 60_000;

/** Executes SQL, and waits if the cluster is paused. Converts errors of the database to `StatementError`. */
export const runSql = async <Result>(run: SqlRun, send: (options: CallOptions) => Promise<Result>): Promise<Result> => {
  try {
    return await whenResumed(send, run.options);
  } catch (error) {
    throw asStatementError(error, run);
  }
};

/** Sends a request, and repeats it while AWS rejects it because the cluster is paused. A rejected request has no effect. */
export const whenResumed = <Result>(
  send: (options: CallOptions) => Promise<Result>,
  options: CallOptions,
): Promise<Result> => {
  const attemptTimeoutMs = options.attemptTimeoutMs ?? attemptMs;
  const rule = {
    when: (error: unknown) => error instanceof ArchError && error.code === 'DatabaseResumingException',
    patienceMs: longestResumeMs,
    pauseMs: (repeat: number) => Math.min(1_000 * 2 ** repeat, 5_000),
    phase: 'waiting until the cluster has resumed',
  };
  return retryWhile(rule, options, () => send({ ...options, attemptTimeoutMs, timeoutMs: 3 * attemptTimeoutMs }));
};

/** Returns a `StatementError` for an error of the database; returns other errors unchanged. */
export const asStatementError = (error: unknown, { operation, sql, offset }: Omit<SqlRun, 'options'>): unknown => {
  if (!(error instanceof ArchError) || error instanceof StatementError) return error;
  const { code, status, requestId, attempts, cause } = error;
  const reason = cause instanceof Error ? cause.message : '';
  if (isTooLarge(error)) return operation === 'listRows' ? error : addNote(error, tooLarge);
  const isTimeout = code === 'StatementTimeoutException';
  const isOfDatabase =
    isTimeout || code === 'DatabaseErrorException' || (code === 'BadRequestException' && ofDatabase.test(reason));
  if (!isOfDatabase) return error;
  const details = { resource: 'statement', reason, code, status, requestId, attempts, cause };
  const failure = statementFailed({ operation, sql, offset, ...details });
  return isTimeout ? addNote(failure, timeoutAdvice) : failure;
};

/** Whether AWS has rejected a result because of its size. */
export const isTooLarge = (error: unknown): boolean =>
  error instanceof ArchError && error.cause instanceof Error && /response size limit/i.test(error.cause.message);

const tooLarge =
  'A result can have at most 1 MiB; a larger result ends its transaction. In PostgreSQL, read the rows with tx.listRows(…) in transaction(). ' +
  'Otherwise select fewer columns or rows: where id > :last order by id limit 1000.';

const timeoutAdvice =
  'AWS ends a statement after 45 seconds. With continueAfterTimeout: true the statement continues; use it for create, alter and drop.';

/** Messages of databases. Aurora Serverless v1 has the same code for all errors. */
const ofDatabase = /^(?:ERROR|FATAL): |^Database error code|\bSQLState:/i;
