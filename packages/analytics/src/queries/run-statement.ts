import { addNote, type CallOptions, type DeclaredFunction, pauseFor } from '@arch/core/builder';

import { cancelStatement } from './cancel-statement.js';
import { describeStatement } from './describe-statement.js';
import { checkParameters } from './sql-parameters.js';
import { statementError } from './statement-error.js';
import { isOver, type Statement } from './statement.js';
import { type SqlInput, submitStatement, waitTimeSeconds } from './submit-statement.js';

/** What runs a statement to its end, and what it needs. */
export const statementUses: readonly DeclaredFunction[] = [submitStatement, describeStatement, cancelStatement];

/**
 * Runs a statement until it has finished. It is cancelled when the call is given up before that; a workgroup or cluster that is only waking
 * up is asked again, within the call's deadline.
 */
export const runStatement = async (operation: string, members: SqlInput, options: CallOptions): Promise<Statement> => {
  const { sql, parameters } = members;
  checkParameters(operation, sql, parameters);
  let current = await submitStatement(members, options);
  try {
    for (let delayMs = 100; !isOver(current.status); delayMs = Math.min(2 * delayMs, 2_000)) {
      // AWS waits with its answer; where it does not, this keeps us from asking without a pause.
      await pauseFor(delayMs, options);
      current = await describeStatement({ id: current.id, waitTimeSeconds }, options);
    }
  } catch (error) {
    throw await cancelled(current.id, error, options);
  }
  if (current.status === 'FINISHED') return current;
  // The answer that waited says that it failed, and not why.
  const { error } = current.error === undefined ? await describeStatement(current.id, options) : current;
  throw statementError(operation, sql, { id: current.id, status: current.status, error });
};

/** Cancels what nobody waits for any more, with a deadline of its own; where that fails, the error says what still runs. */
export const cancelled = async (id: string, error: unknown, options: CallOptions): Promise<unknown> => {
  const { signal: _over, timeoutMs: _used, ...own } = options;
  try {
    await cancelStatement(id, { ...own, timeoutMs: 10_000 });
    return error;
  } catch {
    return addNote(error, `The statement ${id} may still run; cancelStatement ends it.`);
  }
};
