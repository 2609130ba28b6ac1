import { input, type Observation, text, waiter, type Waiter, z } from '@arch/core/builder';

import { describeStatement } from './describe-statement.js';
import { isOver, type Statement } from './statement.js';
import { waitTimeSeconds } from './submit-statement.js';

export interface WaitForStatementInput {
  readonly id: string;
  readonly state: 'finished';
}

/**
 * Waits until a statement has finished; each look waits up to 20 seconds at AWS's side.
 *
 * @example
 * const { resultRows } = await waitForStatement({ id, state: 'finished' });
 * @throws {WaitError} the statement failed or was cancelled, with the database's reason.
 * @throws {DeadlineError} it was not over within an hour, or `timeoutMs`.
 * @throws {NotFoundError} there is no such statement, or it is older than 24 hours.
 * @see https://docs.aws.amazon.com/redshift-data/latest/APIReference/API_DescribeStatement.html
 */
export const waitForStatement: Waiter<WaitForStatementInput, Statement> = waiter(() => ({
  name: 'waitForStatement',
  key: 'id',
  input: input<WaitForStatementInput>({ id: text(1, 64), state: z.literal('finished') }),
  uses: [describeStatement],
  timeoutMs: 3_600_000,
  look: async ({ id }, options): Promise<Observation<Statement>> => {
    const value = await describeStatement({ id, waitTimeSeconds }, options);
    const { status: state, error: reason } = value;
    if (!isOver(state)) return { verdict: 'pending', state, value };
    return { verdict: state === 'FINISHED' ? 'reached' : 'failed', state, reason, value };
  },
}));
