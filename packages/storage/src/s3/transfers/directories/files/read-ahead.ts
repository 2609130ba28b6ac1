/** Functions that are called while items are read. */
export interface ReadAheadListener<Item> {
  readonly onItem: (item: Item) => void;
  /** Called when all items are read. */
  readonly onEnd: () => void;
}

/** Reads items while the consumer works, at most `limit` more than the consumer has taken. */
export async function* readAhead<Item>(
  items: AsyncIterable<Item>,
  limit: number,
  { onItem, onEnd }: ReadAheadListener<Item>,
): AsyncGenerator<Item, void, undefined> {
  const queue: Item[] = [];
  const state = { hasEnded: false, isStopped: false };
  let failure: { readonly error: unknown } | undefined;
  let changed = Promise.withResolvers<void>();
  const wake = (): void => {
    changed.resolve();
    changed = Promise.withResolvers<void>();
  };
  const read = async (): Promise<void> => {
    try {
      for await (const item of items) {
        if (state.isStopped) return;
        queue.push(item);
        onItem(item);
        wake();
        while (queue.length >= limit && !state.isStopped) await changed.promise;
      }
      onEnd();
    } catch (error) {
      failure = { error };
    } finally {
      state.hasEnded = true;
      wake();
    }
  };
  const reading = read();
  try {
    for (;;) {
      while (queue.length === 0 && !state.hasEnded) await changed.promise;
      if (queue.length === 0) break;
      yield queue.shift()!;
      wake();
    }
  } finally {
    state.isStopped = true;
    wake();
    await reading;
  }
  if (failure) throw failure.error;
}
