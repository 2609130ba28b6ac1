import { abortError } from './abort-error.js';

/** Returns the result of `work`, or rejects when the signal is aborted first. Leaves no listener. */
export const untilAborted = <Result>(signal: AbortSignal | undefined, work: () => Promise<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(abortError(signal));
    const onAbort = (): void => reject(abortError(signal as AbortSignal));
    signal?.addEventListener('abort', onAbort, { once: true });
    void work()
      .then(resolve, reject)
      .finally(() => signal?.removeEventListener('abort', onAbort));
  });
