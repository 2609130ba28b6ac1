import type { Context } from '../middleware/middleware.js';

/** An attempt that was sent directly and did not succeed. The whole way continues with it, as if it had sent it. */
export interface FirstAttempt {
  /** The ID of the call in the headers of its attempts. */
  readonly invocationId: string;
  /** Its response. `undefined` if it failed. */
  readonly response?: unknown;
  readonly error?: unknown;
}

const member = 'archFirstAttempt';

/** Stores the attempt in the context of a request. */
export const startWith = (context: Context, first: FirstAttempt): void => void (context[member] = first);

/** The attempt that the request starts with. */
export const firstAttempt = (context: Context): FirstAttempt | undefined => context[member] as FirstAttempt | undefined;

/** Returns the result of the attempt that the request starts with, once. */
export const takeFirstAttempt = (context: Context): FirstAttempt | undefined => {
  const first = firstAttempt(context);
  delete context[member];
  return first;
};
