import { InvalidInputError } from '../errors/invalid-input-error.js';
import type { Session } from '../session/session.js';

/** The options of `acrossRegions` and `acrossAccounts`. */
export interface FanOutOptions {
  /** The session whose credentials are used. Default: the session of `withSession`, or the environment's. */
  readonly session?: Session | undefined;
  /** Cancels all work; the iteration rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Number of regions or accounts at the same time. Default: 8. */
  readonly concurrency?: number | undefined;
}

/** Checks and returns the concurrency. */
export const concurrencyOf = (operation: string, { concurrency = 8 }: FanOutOptions): number => {
  if (Number.isInteger(concurrency) && concurrency > 0) return concurrency;
  throw new InvalidInputError(
    `${operation}: concurrency must be a whole number of at least 1 (got ${String(concurrency)}).`,
  );
};
