import { InvalidInputError } from '../errors/invalid-input-error.js';
import type { Session } from '../session/session.js';

/** How to work in many places at once. */
export interface FanOutOptions {
  /** The session whose credentials are used. Default: that of `withSession`, else the environment's. */
  readonly session?: Session | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Places at a time. Default 8. */
  readonly concurrency?: number | undefined;
}

/** The concurrency that a caller wants, checked. */
export const concurrencyOf = (operation: string, { concurrency = 8 }: FanOutOptions): number => {
  if (Number.isInteger(concurrency) && concurrency > 0) return concurrency;
  throw new InvalidInputError(
    `${operation}: concurrency is ${String(concurrency)}; accepted is a whole number from 1.`,
  );
};
