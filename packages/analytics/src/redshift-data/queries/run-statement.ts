import { ServiceError, StatementError } from '@arch/core';
import {
  addNote,
  type CallOptions,
  type DeclaredFunction,
  isOutcomeUnknown,
  retryWhile,
  runUndo,
} from '@arch/core/builder';

import { longPoll, waitTimeSeconds } from '../long-poll.js';
import type { SqlTarget } from '../sql-target.js';
import { targetError, targetState } from '../target-state.js';
import { cancelStatement, describeStatement, isStatementOver, type Statement } from '../statements/index.js';
import type { Submitted } from './submit-statement.js';
import { submitToEnd } from './submit-to-end.js';

/** What running a statement calls beside what submits it. */
export const statementUses: readonly DeclaredFunction[] = [describeStatement, cancelStatement];

/** A statement that is to be run. */
export interface StatementRun {
  readonly operation: string;
  readonly submit: (options: CallOptions) => Promise<Submitted>;
  readonly target: SqlTarget;
  readonly options: CallOptions;
}

/** How long a cluster or workgroup may take to wake up. */
const longestWakingMs = 900_000;

/**
 * Submits a statement and does with it what it is for. It is cancelled when that is given up; where the cluster or workgroup is only waking
 * up, it is submitted again.
 */
export const runStatement = async <Result>(
  run: StatementRun,
  work: (statementId: string) => Promise<Result>,
): Promise<Result> => {
  const rule = {
    when: (error: unknown) => targetState(error) === 'waking',
    patienceMs: longestWakingMs,
    pauseMs: (repeat: number) => Math.min(1_000 * 2 ** repeat, 15_000),
    phase: 'waiting until the cluster or workgroup is awake',
  };
  try {
    return await retryWhile(rule, run.options, () => runOnce(run, work));
  } catch (error) {
    throw targetError(error, run.target);
  }
};

const runOnce = async <Result>(run: StatementRun, work: (statementId: string) => Promise<Result>): Promise<Result> => {
  const { submit, options } = run;
  const { statementId } = await submitToEnd(submit, options).catch((error: unknown) => {
    const mayRun = options.signal?.aborted || isOutcomeUnknown(error);
    throw mayRun ? addNote(error, 'The statement may run: listStatements shows it.') : error;
  });
  try {
    return await work(statementId);
  } catch (error) {
    throw error instanceof StatementError ? error : await cancelled(statementId, error, run);
  }
};

/** Waits for the end of a statement. AWS holds its response back for a while; the pauses are for the case that it does not. */
export const endOfStatement = (statementId: string, options: CallOptions): Promise<Statement> =>
  retryWhile(
    {
      whenResult: (statement) => !isStatementOver(statement),
      pauseMs: (repeat) => Math.min(100 * 2 ** (repeat - 1), 2_000),
      phase: `waiting for the end of the statement ${statementId}`,
    },
    options,
    () => describeStatement({ statementId, waitTimeSeconds }, longPoll(options)),
  );

/** Cancels what nobody waits for any more; where that fails, the error says what still runs. Streams do so as tasks do. */
const cancelled = async (
  statementId: string,
  error: unknown,
  { operation, options }: StatementRun,
): Promise<unknown> => {
  try {
    await runUndo(operation, options, (own) => cancelStatement(statementId, own));
  } catch (failure) {
    // What is over needs no cancelling.
    const isOver = failure instanceof ServiceError && failure.code === 'ValidationException';
    if (!isOver) addNote(error, `The statement ${statementId} may still run; cancelStatement ends it.`);
  }
  return error;
};
