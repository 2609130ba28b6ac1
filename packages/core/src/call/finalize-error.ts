import { ArchError } from '../errors/arch-error.js';
import { asArchError } from '../translation/as-arch-error.js';
import { closed } from '../translation/sdk-error.js';
import { markOutcome } from './mark-outcome.js';
import { isUserError } from '../errors/run-user-function.js';
import type { Call } from './call.js';

/**
 * The boundary of every call: what it rejects with is an `ArchError` that says whether AWS may have completed the request. The reason of the
 * caller's signal and what the user's own functions have thrown pass as they are.
 */
export const finalizeError = (thrown: unknown, call: Call, signal: AbortSignal | undefined): unknown => {
  if (signal?.aborted && thrown === signal.reason) return thrown;
  const error = ensureArchError(thrown, call.operation);
  return error instanceof ArchError && !isUserError(error) ? markOutcome(error, call) : error;
};

/** An error as it leaves one of our functions. */
export const ensureArchError = (thrown: unknown, operation: string): unknown => {
  const error = asArchError(thrown, operation);
  if (error instanceof ArchError || !(error instanceof Error) || isUserError(error)) return error;
  // What no rule is for, such as a RangeError of the SDK's: it is at least told of which call.
  return new ArchError(`${operation}: an unexpected ${error.name} stopped the call: ${closed(error.message)}`, {
    operation,
    cause: error,
  });
};
