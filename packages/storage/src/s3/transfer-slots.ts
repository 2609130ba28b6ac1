/** Slots for work in parallel. Large work takes several slots. */
export interface TransferSlots {
  /**
   * Waits until `count` slots are free, and takes them. Requests are served in their order. A request for more slots than there are is served
   * when all slots are free.
   */
  readonly take: (count: number, signal: AbortSignal) => Promise<void>;
  readonly give: (count: number) => void;
}

/** Slots whose number can change. */
export interface ResizableSlots extends TransferSlots {
  /** Changes the number of slots. Slots that are taken are not taken away. */
  readonly resize: (total: number) => void;
}

interface Waiting {
  readonly count: number;
  readonly resolve: () => void;
}

/** Returns `initial` free slots. */
export const transferSlots = (initial: number): ResizableSlots => {
  let [total, taken] = [initial, 0];
  const waiting: Waiting[] = [];
  const serve = (): void => {
    for (let [next] = waiting; next && (taken === 0 || taken + next.count <= total); [next] = waiting) {
      taken += next.count;
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
          serve();
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
      taken -= count;
      serve();
    },
    resize: (next) => {
      total = next;
      serve();
    },
  };
};
