/** A queue in which one caller has its turn and the others wait in order. */
export interface Turns {
  /** Waits for a turn and returns the function that ends it. Rejects after the timeout or an abort. */
  take(options?: TakeOptions): Promise<() => void>;
}

export interface TakeOptions {
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

export function turns(): Turns {
  const waiting: (() => void)[] = [];
  let taken = false;
  const next = (): void => {
    const first = waiting.shift();
    taken = first !== undefined;
    first?.();
  };
  const begin = (): (() => void) => {
    taken = true;
    let over = false;
    return () => {
      if (over) return;
      over = true;
      next();
    };
  };
  const wait = ({ timeoutMs, signal }: TakeOptions): Promise<() => void> =>
    new Promise((resolve, reject) => {
      const ended = AbortSignal.any([
        ...(timeoutMs === undefined ? [] : [AbortSignal.timeout(timeoutMs)]),
        ...(signal === undefined ? [] : [signal]),
      ]);
      const giveUp = (): void => {
        waiting.splice(waiting.indexOf(come), 1);
        reject(ended.reason as Error);
      };
      const come = (): void => {
        ended.removeEventListener('abort', giveUp);
        resolve(begin());
      };
      ended.addEventListener('abort', giveUp, { once: true });
      waiting.push(come);
    });
  return {
    async take(options = {}) {
      options.signal?.throwIfAborted();
      return taken ? wait(options) : begin();
    },
  };
}
