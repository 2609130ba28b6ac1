/** What tells the time and waits: the machine's clock, or a fake one in tests. */
export interface Clock {
  /** Milliseconds since 1970, as `Date.now()` gives them. */
  now(): number;
  /**
   * Calls back after `delayMs`. A `deadline` guards work that is under way, a `pause` is what the caller waits for: a fake clock jumps
   * over pauses and reaches a deadline only when nothing else would happen before it.
   */
  schedule(delayMs: number, kind: 'deadline' | 'pause', callback: () => void): Cancel;
}

/** Cancels what was scheduled; does nothing when it has already happened. */
export type Cancel = () => void;

export const systemClock: Clock = {
  now: () => Date.now(),
  schedule: (delayMs, _kind, callback) => {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
};

/** Resolves after `delayMs`, or rejects with the signal's reason, and leaves no timer behind. */
export const pause = (clock: Clock, delayMs: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const onAbort = (): void => {
      cancel();
      reject(signal?.reason);
    };
    const cancel = clock.schedule(delayMs, 'pause', () => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    });
    signal?.addEventListener('abort', onAbort, { once: true });
  });

/** Waits for a pause that others share, or rejects with the signal's reason. */
export const pauseWith = (over: Promise<void>, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const onAbort = (): void => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    void over.then(() => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    });
  });
