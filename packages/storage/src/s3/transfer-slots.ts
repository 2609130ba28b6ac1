/** Slots for work in parallel. Large work takes several slots. */
export interface TransferSlots {
  /** Waits until `count` slots are free, and takes them. Requests are served in their order. */
  readonly take: (count: number, signal: AbortSignal) => Promise<void>;
  readonly give: (count: number) => void;
}

interface Waiting {
  readonly count: number;
  readonly resolve: () => void;
}

/** Returns `total` free slots. */
export const transferSlots = (total: number): TransferSlots => {
  let free = total;
  const waiting: Waiting[] = [];
  const serve = (): void => {
    for (let [next] = waiting; next && next.count <= free; [next] = waiting) {
      free -= next.count;
      waiting.shift();
      next.resolve();
    }
  };
  return {
    take: (count, signal) =>
      new Promise((resolve, reject) => {
        const onAbort = (): void => {
          const at = waiting.indexOf(own);
          if (at >= 0) waiting.splice(at, 1);
          reject(signal.reason);
        };
        const own: Waiting = {
          count,
          resolve: () => {
            signal.removeEventListener('abort', onAbort);
            resolve();
          },
        };
        if (signal.aborted) return onAbort();
        signal.addEventListener('abort', onAbort, { once: true });
        waiting.push(own);
        serve();
      }),
    give: (count) => {
      free += count;
      serve();
    },
  };
};
