/** How to work on what comes. */
export interface ParallelOptions {
  readonly concurrency: number;
  readonly signal: AbortSignal;
}

/**
 * Works on items as they come, at most `concurrency` at a time, and takes an item only when there is someone to work on it. The first failure
 * or an abort ends the work on the others, by their signal; it is thrown when they have ended.
 */
export const inParallel = async <Item>(
  items: AsyncIterable<Item>,
  { concurrency, signal }: ParallelOptions,
  work: (item: Item, signal: AbortSignal) => Promise<void>,
): Promise<void> => {
  const iterator = items[Symbol.asyncIterator]();
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  let failure: { readonly error: unknown } | undefined;
  const worker = async (): Promise<void> => {
    try {
      for (;;) {
        const next = await orAborted(iterator.next(), either);
        if (next.done) return;
        await work(next.value, either);
      }
    } catch (error) {
      failure ??= { error };
      stop.abort(error);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  if (!failure) return;
  // Not waited for: what gives the items may hang.
  void Promise.resolve(iterator.return?.()).catch(() => undefined);
  throw failure.error;
};

/** Waits for something that knows nothing of the signal: rejects with its reason, and nobody hears then how the waiting ended. */
export const orAborted = <Value>(waiting: Promise<Value>, signal: AbortSignal): Promise<Value> =>
  new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason);
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    void waiting.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
