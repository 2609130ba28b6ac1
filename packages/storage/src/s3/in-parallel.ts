import type { TransferSlots } from './transfer-slots.js';

/** Options of {@link inParallel}. */
export interface ParallelOptions {
  /** The maximum number of items in progress at the same time. */
  readonly concurrency: number;
  /** Further limits the number of items in progress: one slot for each. */
  readonly slots?: TransferSlots | undefined;
  readonly signal: AbortSignal;
}

/**
 * Calls `work` for each item, at most `concurrency` at the same time, and requests the next item only when a worker is free. After the first
 * error or an abort, the signal of all others is aborted; the error is thrown when all have ended.
 */
export const inParallel = async <Item>(
  items: AsyncIterable<Item>,
  { concurrency, slots, signal }: ParallelOptions,
  work: (item: Item, signal: AbortSignal) => Promise<void>,
): Promise<void> => {
  const iterator = items[Symbol.asyncIterator]();
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  let failure: { readonly error: unknown } | undefined;
  const step = async (): Promise<boolean> => {
    await slots?.take(1, either);
    try {
      const next = await rejectOnAbort(iterator.next(), either);
      if (!next.done) await work(next.value, either);
      return !next.done;
    } finally {
      slots?.give(1);
    }
  };
  const worker = async (): Promise<void> => {
    try {
      while (await step()) continue;
    } catch (error) {
      failure ??= { error };
      stop.abort(error);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  if (!failure) return;
  // Not awaited, because the source of the items may hang.
  void Promise.resolve(iterator.return?.()).catch(() => undefined);
  throw failure.error;
};

/** Adds a signal to a promise: rejects with the signal's reason if the signal is aborted first, and then ignores the promise. */
export const rejectOnAbort = <Value>(waiting: Promise<Value>, signal: AbortSignal): Promise<Value> =>
  new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason);
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    void waiting.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
