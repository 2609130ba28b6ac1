import { ConflictError } from '@arch/core';
import type { RetryRule } from '@arch/core/builder';

/** Repeats an update while an earlier update is in progress. https://docs.aws.amazon.com/lambda/latest/dg/functions-states.html */
export const updateInProgress: RetryRule<unknown> = {
  when: (error) => error instanceof ConflictError && /cannot be performed at this time/.test(error.message),
  pauseMs: (repeat) => Math.min(500 * 2 ** repeat, 10_000),
  phase: 'waiting for an earlier update of the function',
};
