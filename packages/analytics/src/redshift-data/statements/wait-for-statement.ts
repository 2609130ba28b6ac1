import { input, type Observation, waiter, type Waiter, z } from '@arch/core/builder';

import { longPoll, waitTimeSeconds } from '../long-poll.js';
import { describeStatement } from './describe-statement.js';
import { isStatementOver, type Statement, statementId } from './statement.js';

export interface WaitForStatementInput {
  /** ID of the statement or batch, e.g. `d9b6c0c9-0747-4bf4-b142-e8883122f766`. */
  readonly statementId: string;
  /** Goal of the wait. */
  readonly state: 'finished';
}

/**
 * Waits until a statement, or a whole batch, has finished. AWS responds to each check only when the statement ends, or after 20 seconds.
 *
 * @example
 * const { resultRows } = await waitForStatement({ statementId, state: 'finished' });
 * @throws {WaitError} the statement failed or was cancelled; the error contains the reason of the database.
 * @throws {DeadlineError} the statement did not end within an hour, or within `timeoutMs`.
 * @throws {NotFoundError} there is no such statement, or it is older than 24 hours.
 * @see https://docs.aws.amazon.com/redshift-data/latest/APIReference/API_DescribeStatement.html
 */
export const waitForStatement: Waiter<WaitForStatementInput, Statement> = waiter(() => ({
  name: 'waitForStatement',
  key: 'statementId',
  input: input<WaitForStatementInput>({ statementId: statementId(), state: z.literal('finished') }),
  uses: [describeStatement],
  timeoutMs: 3_600_000,
  pollMs: 100,
  look: async ({ statementId }, options): Promise<Observation<Statement>> => {
    const value = await describeStatement({ statementId, waitTimeSeconds }, longPoll(options));
    const { status: state, error: reason } = value;
    if (!isStatementOver(value)) return { verdict: 'pending', state, value };
    return { verdict: state === 'FINISHED' ? 'reached' : 'failed', state, reason, value };
  },
}));
