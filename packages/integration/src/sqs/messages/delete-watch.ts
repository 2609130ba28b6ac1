/** How many messages of a queue this process has deleted while it is watched. */
export interface DeleteWatch {
  readonly count: number;
  end(): void;
}

const watches = new Map<string, Set<{ count: number }>>();

/** Watches the deletes of a queue's messages, by whichever function. */
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

/** Says that messages of a queue are being deleted. */
export const noteDeletes = (queueUrl: string, count: number): void => {
  for (const watch of watches.get(queueUrl) ?? []) watch.count += count;
};
