import { abortError } from './abort-error.js';

/** What `work` gives, unless the signal is aborted before; leaves no listener. */
export const untilAborted = <Result>(signal: AbortSignal | undefined, work: () => Promise<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(abortError(signal));
    const onAbort = (): void => reject(abortError(signal as AbortSignal));
    signal?.addEventListener('abort', onAbort, { once: true });
    void work()
      .then(resolve, reject)
      .finally(() => signal?.removeEventListener('abort', onAbort));
  });
