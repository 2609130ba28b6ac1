import { ConflictError } from '@arch/core';
import { type CallOptions, retryWhile } from '@arch/core/builder';

/** Redshift's message for a conflict that ends without another call. All conflicts have the same code. */
const isBusy = /operation running/i;

/** A request that Redshift can reject with a conflict. */
export interface BusyRequest<Result> {
  readonly send: () => Promise<Result>;
  /** Checks after a conflict whether the request is still necessary; returns the result if it is not. */
  readonly onConflict?: (conflict: ConflictError) => Promise<Result | undefined>;
}

/**
 * Sends a request and repeats it for up to three minutes while Redshift runs another operation. A cluster that is `available` or `paused`
 * can still reject a request because of "an operation running". https://github.com/apache/airflow/pull/27276
 */
export const retryWhileBusy = <Result>(
  { send, onConflict }: BusyRequest<Result>,
  options: CallOptions,
): Promise<Result> => {
  // An error that `onConflict` throws is final, even if it is the conflict itself.
  let conflict: ConflictError | undefined;
  const rule = {
    when: (error: unknown) => error === conflict && isBusy.test(conflict?.message ?? ''),
    patienceMs: 180_000,
    pauseMs: 10_000,
    phase: 'waiting until Redshift has completed another operation',
  };
  return retryWhile(rule, options, async () => {
    conflict = undefined;
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
      const result = await onConflict?.(error);
      if (result !== undefined) return result;
      throw (conflict = error);
    }
  });
};

/**
 * Whether an earlier attempt of the call, whose response was lost, has started a deletion that is in progress. Throws the conflict if
 * another client started it; a retry is then useless.
 */
export const startedByEarlierAttempt = (conflict: ConflictError, isDeleting: boolean): boolean => {
  if (isDeleting && (conflict.attempts ?? 1) === 1) throw conflict;
  return isDeleting;
};
