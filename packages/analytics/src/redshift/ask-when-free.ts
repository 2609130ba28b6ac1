import { ConflictError } from '@arch/core';
import { type CallOptions, pauseFor } from '@arch/core/builder';

/** Redshift's words for what passes by itself; its code says of all conflicts the same. */
const isBusy = /operation running/i;

const patienceMs = 180_000;
const pauseMs = 10_000;

/** What to ask of Redshift. */
export interface Asking<Result> {
  readonly ask: () => Promise<Result>;
  /** Looks after a refusal whether there is nothing left to ask for; nothing: it is not so. */
  readonly settled?: (refusal: ConflictError) => Promise<Result | undefined>;
}

/**
 * Asks Redshift, for three minutes if need be: what is `available` or `paused` by its state still refuses for a while because of "an
 * operation running". https://github.com/apache/airflow/pull/27276
 */
export const askWhenFree = async <Result>({ ask, settled }: Asking<Result>, options: CallOptions): Promise<Result> => {
  for (let waitedMs = 0; ; waitedMs += pauseMs) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
      const result = await settled?.(error);
      if (result !== undefined) return result;
      if (!isBusy.test(error.message) || waitedMs >= patienceMs) throw error;
    }
    await pauseFor(pauseMs, options);
  }
};

/**
 * Whether a refused deletion has been begun by an attempt of ours before it, whose answer was lost. Somebody else's is none of ours: then
 * there is no use in asking again.
 */
export const begunBefore = (refusal: ConflictError, isGoing: boolean): boolean => {
  if (isGoing && (refusal.attempts ?? 1) === 1) throw refusal;
  return isGoing;
};
