/**
 * Calls `work` for items ahead of the consumer, at most `ahead` at the same time, and yields the results in the order of the items. An error is
 * thrown in its place.
 */
export async function* mapInOrder<Item, Result>(
  items: AsyncIterable<Item>,
  ahead: number,
  work: (item: Item) => Result | Promise<Result>,
): AsyncGenerator<Result, void, undefined> {
  const iterator = items[Symbol.asyncIterator]();
  const waiting: Promise<Result | undefined>[] = [];
  let hasEnded = false;
  try {
    for (;;) {
      while (!hasEnded && waiting.length < ahead) {
        const next = await iterator.next();
        if (next.done) hasEnded = true;
        else waiting.push(unhandled(Promise.resolve(work(next.value))));
      }
      const first = waiting.shift();
      if (!first) return;
      yield (await first) as Result;
    }
  } finally {
    await Promise.allSettled(waiting);
    await iterator.return?.();
  }
}

/** Marks the error of a promise as handled, because it may fail before the consumer requests it. */
const unhandled = <Value>(promise: Promise<Value>): Promise<Value> => {
  promise.catch(() => undefined);
  return promise;
};
