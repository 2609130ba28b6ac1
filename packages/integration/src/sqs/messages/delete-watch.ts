/** Counts the messages of a queue that this process deletes, until `end` is called. */
export interface DeleteWatch {
  readonly count: number;
  end(): void;
}

const watches = new Map<string, Set<{ count: number }>>();

/** Starts to count deletes of a queue's messages by any function of this package. */
export const watchDeletes = (queueUrl: string): DeleteWatch => {
  const own = { count: 0 };
  const all = watches.get(queueUrl) ?? new Set();
  watches.set(queueUrl, all.add(own));
  return {
    get count() {
      return own.count;
    },
    end: () => {
      all.delete(own);
      if (all.size === 0) watches.delete(queueUrl);
    },
  };
};

/** Counts deletes of a queue's messages. */
export const noteDeletes = (queueUrl: string, count: number): void => {
  for (const watch of watches.get(queueUrl) ?? []) watch.count += count;
};
