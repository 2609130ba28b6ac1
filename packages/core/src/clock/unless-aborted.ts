/** Waits for work that does not react to the signal itself, or rejects with the reason of the signal. */
export const unlessAborted = <Result>(work: Promise<Result>, signal: AbortSignal | undefined): Promise<Result> =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) reject(signal.reason);
    const onAbort = (): void => reject(signal?.reason);
    signal?.addEventListener('abort', onAbort, { once: true });
    // Also after an abort: without a handler, an error of the work would be an unhandled rejection.
    work.then(resolve, reject).finally(() => signal?.removeEventListener('abort', onAbort));
  });
