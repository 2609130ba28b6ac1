import { ConflictError } from '@arch/core';
import { type CallOptions, retryWhile } from '@arch/core/builder';

/** Redshift's words for what passes by itself; its code says of all conflicts the same. */
const isBusy = /operation running/i;

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
export const askWhenFree = <Result>({ ask, settled }: Asking<Result>, options: CallOptions): Promise<Result> => {
  // An error of `settled` is final, also where it is the refusal itself.
  let refusal: ConflictError | undefined;
  const rule = {
    when: (error: unknown) => error === refusal && isBusy.test(refusal?.message ?? ''),
    patienceMs: 180_000,
    pauseMs: 10_000,
    phase: 'waiting until Redshift has ended another operation',
  };
  return retryWhile(rule, options, async () => {
    refusal = undefined;
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
      const result = await settled?.(error);
      if (result !== undefined) return result;
      throw (refusal = error);
    }
  });
};

/**
 * Whether a refused deletion has been begun by an attempt of ours before it, whose answer was lost. Somebody else's is none of ours: then
 * there is no use in asking again.
 */
export const begunBefore = (refusal: ConflictError, isGoing: boolean): boolean => {
  if (isGoing && (refusal.attempts ?? 1) === 1) throw refusal;
  return isGoing;
};
