/** Runs `work` for each scope, at most `concurrency` at a time, and yields each result as it comes. Stops starting when no one listens. */
export async function* bounded<Scope, Result>(
  scopes: readonly Scope[],
  concurrency: number,
  work: (scope: Scope, signal: AbortSignal) => Promise<Result>,
): AsyncGenerator<Result, void, undefined> {
  const stop = new AbortController();
  const running = new Map<number, Promise<{ index: number; result: Result }>>();
  let next = 0;
  const start = (): void => {
    while (next < scopes.length && running.size < concurrency) {
      const index = next++;
      running.set(index, work(scopes[index]!, stop.signal).then((result) => ({ index, result })));
    }
  };
  try {
    for (start(); running.size > 0; start()) {
      const { index, result } = await Promise.race(running.values());
      running.delete(index);
      yield result;
    }
  } finally {
    stop.abort(new DOMException('The results are no longer wanted', 'AbortError'));
  }
}
