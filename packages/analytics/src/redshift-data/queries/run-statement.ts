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

/** The functions that running a statement calls, in addition to the function that submits it. */
export const statementUses: readonly DeclaredFunction[] = [describeStatement, cancelStatement];

/** A statement and the call that runs it. */
export interface StatementRun {
  readonly operation: string;
  readonly submit: (options: CallOptions) => Promise<Submitted>;
  readonly target: SqlTarget;
  readonly options: CallOptions;
}

/** Maximum wait for a cluster or workgroup that is resuming. */
const maxResumeMs = 900_000;

/**
 * Submits a statement and calls `work` with its ID. If `work` fails, the statement is cancelled. If the cluster or workgroup is resuming,
 * the statement is submitted again.
 */
export const runStatement = async <Result>(
  run: StatementRun,
  work: (statementId: string) => Promise<Result>,
): Promise<Result> => {
  const rule = {
    when: (error: unknown) => targetState(error) === 'resuming',
    patienceMs: maxResumeMs,
    pauseMs: (repeat: number) => Math.min(1_000 * 2 ** repeat, 15_000),
    phase: 'waiting until the cluster or workgroup has resumed',
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
    throw mayRun ? addNote(error, 'The statement may be running; find it with listStatements.') : error;
  });
  try {
    return await work(statementId);
  } catch (error) {
    throw error instanceof StatementError ? error : await cancelAfter(error, statementId, run);
  }
};

/** Waits for the end of a statement. AWS usually responds only then; the pauses are for an AWS that responds earlier. */
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

/**
 * Cancels a statement after an error, as tasks undo their steps. If the cancellation fails, a note on the error says that the statement may
 * still be running.
 */
const cancelAfter = async (
  error: unknown,
  statementId: string,
  { operation, options }: StatementRun,
): Promise<unknown> => {
  try {
    await runUndo(operation, options, (own) => cancelStatement(statementId, own));
  } catch (failure) {
    // AWS's code if the statement has already ended.
    const hasEnded = failure instanceof ServiceError && failure.code === 'ValidationException';
    if (!hasEnded) addNote(error, `Statement ${statementId} may still be running; cancel it with cancelStatement.`);
  }
  return error;
};
