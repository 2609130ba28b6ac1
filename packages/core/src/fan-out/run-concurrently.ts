/**
 * Runs `work` for each scope, at most `concurrency` at a time, and yields each result when it is complete. Starts no more work when the
 * consumer stops; rejects with the reason of an aborted signal. Both abort the signal that `work` receives.
 */
export async function* runConcurrently<Scope, Result>(
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
    stop.abort(new DOMException('The consumer stopped reading the results', 'AbortError'));
  }
}
