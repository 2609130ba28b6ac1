import { ArchError } from '../errors/arch-error.js';
import { asArchError } from '../translation/as-arch-error.js';
import { closed } from '../translation/sdk-error.js';
import { markOutcome } from './mark-outcome.js';
import { isUserError } from '../errors/run-user-function.js';
import type { Call } from './call.js';

/**
 * Converts a thrown value to the error that a call rejects with: an `ArchError` that says whether AWS may have completed the request.
 * Returns the reason of the caller's signal and errors of user-defined functions unchanged.
 */
export const finalizeError = (thrown: unknown, call: Call, signal: AbortSignal | undefined): unknown => {
  if (signal?.aborted && thrown === signal.reason) return thrown;
  const error = ensureArchError(thrown, call.operation);
  return error instanceof ArchError && !isUserError(error) ? markOutcome(error, call) : error;
};

/** Converts every error to an `ArchError`, except errors of user-defined functions. */
export const ensureArchError = (thrown: unknown, operation: string): unknown => {
  const error = asArchError(thrown, operation);
  if (error instanceof ArchError || !(error instanceof Error) || isUserError(error)) return error;
  // No rule exists for this error, e.g. a RangeError of the SDK. The message at least names the call.
  return new ArchError(`${operation}: an unexpected ${error.name} stopped the call: ${closed(error.message)}`, {
    operation,
    cause: error,
  });
};
