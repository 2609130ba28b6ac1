import { ArchError, StatementError } from '@arch/core';
import { addNote, type CallOptions, retryWhile, statementFailed } from '@arch/core/builder';

/** SQL that is to be run. */
export interface SqlRun {
  readonly operation: string;
  readonly sql: string;
  /** Number of characters that are sent before the SQL. Default: 0. */
  readonly offset?: number | undefined;
  readonly options: CallOptions;
}

/** How long a cluster may take to wake up, and a statement to run: AWS ends it after 45 seconds. */
const longestWakingMs = 120_000;
const attemptMs = 60_000;

/** Runs SQL on a cluster that may have to wake up first; what the database says is a `StatementError`. */
export const runSql = async <Result>(run: SqlRun, send: (options: CallOptions) => Promise<Result>): Promise<Result> => {
  try {
    return await whenAwake(send, run.options);
  } catch (error) {
    throw asStatementError(error, run);
  }
};

/** Repeats what AWS has refused because the cluster was paused: nothing of it was run. */
export const whenAwake = <Result>(
  send: (options: CallOptions) => Promise<Result>,
  options: CallOptions,
): Promise<Result> => {
  const attemptTimeoutMs = options.attemptTimeoutMs ?? attemptMs;
  const rule = {
    when: (error: unknown) => error instanceof ArchError && error.code === 'DatabaseResumingException',
    patienceMs: longestWakingMs,
    pauseMs: (repeat: number) => Math.min(1_000 * 2 ** repeat, 5_000),
    phase: 'waiting until the cluster is awake',
  };
  return retryWhile(rule, options, () => send({ ...options, attemptTimeoutMs, timeoutMs: 3 * attemptTimeoutMs }));
};

/** What the database said as an error of the statement; what AWS said stays what it is. */
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

/** Whether AWS has refused a result because of its size. */
export const isTooLarge = (error: unknown): boolean =>
  error instanceof ArchError && error.cause instanceof Error && /response size limit/i.test(error.cause.message);

const tooLarge =
  'AWS returns at most 1 MiB, and ended the transaction of the statement. In PostgreSQL, read the rows with tx.listRows(…) in transaction(). ' +
  'Otherwise select fewer columns or rows at a time: where id > :last order by id limit 1000.';

const timeoutAdvice =
  'AWS ends a statement after 45 seconds. With continueAfterTimeout: true it continues, which is meant for create, alter and drop.';

/** Clusters of the first Serverless generation have one code for everything. */
const ofDatabase = /^(?:ERROR|FATAL): |^Database error code|\bSQLState:/i;
