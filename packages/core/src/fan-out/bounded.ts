/**
 * Runs `work` for each scope, at most `concurrency` at a time, and yields each result as it comes. Stops starting when no one listens, and
 * ends with the signal's reason; `work` is told of either by a signal of its own.
 */
export async function* bounded<Scope, Result>(
  scopes: readonly Scope[],
  { concurrency, signal }: { readonly concurrency: number; readonly signal: AbortSignal | undefined },
  work: (scope: Scope, signal: AbortSignal) => Promise<Result>,
): AsyncGenerator<Result, void, undefined> {
  signal?.throwIfAborted();
  const stop = new AbortController();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  aborted.catch(() => undefined);
  const onAbort = (): void => {
    stop.abort(signal?.reason);
    reject(signal?.reason);
  };
  signal?.addEventListener('abort', onAbort, { once: true });
  const running = new Map<number, Promise<{ index: number; result: Result }>>();
  let next = 0;
  const start = (): void => {
    while (next < scopes.length && running.size < concurrency && !stop.signal.aborted) {
      const index = next++;
      running.set(
        index,
        work(scopes[index]!, stop.signal).then((result) => ({ index, result })),
      );
    }
  };
  try {
    for (start(); running.size > 0; start()) {
      const { index, result } = await Promise.race([aborted, ...running.values()]);
      running.delete(index);
      yield result;
    }
    signal?.throwIfAborted();
  } finally {
    signal?.removeEventListener('abort', onAbort);
    stop.abort(new DOMException('The results are no longer wanted', 'AbortError'));
  }
}
