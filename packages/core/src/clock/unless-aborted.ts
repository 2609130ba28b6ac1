/** Waits for work that does not hear of the signal itself, or rejects with the signal's reason. */
export const unlessAborted = <Result>(work: Promise<Result>, signal: AbortSignal | undefined): Promise<Result> =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) reject(signal.reason);
    const onAbort = (): void => reject(signal?.reason);
    signal?.addEventListener('abort', onAbort, { once: true });
    // Also after an abort: nobody else may hear of its failure.
    work.then(resolve, reject).finally(() => signal?.removeEventListener('abort', onAbort));
  });
