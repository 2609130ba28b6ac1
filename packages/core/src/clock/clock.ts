import { realTimers } from './real-timers.js';

/** The source of time and timers: the clock of the machine, or a fake clock in tests. */
export interface Clock {
  /** Milliseconds since 1970, like `Date.now()`. */
  now(): number;
  /**
   * Calls `callback` after `delayMs`. A `deadline` limits work that is in progress. A `pause` is a wait without work. A fake clock skips
   * pauses, and reaches a deadline only if nothing else can happen before it.
   */
  schedule(delayMs: number, kind: 'deadline' | 'pause', callback: () => void): Cancel;
}

/** Cancels a scheduled callback. Has no effect after the callback was called. */
export type Cancel = () => void;

export const systemClock: Clock = {
  now: () => Date.now(),
  schedule: (delayMs, _kind, callback) => {
    const timer = realTimers.setTimeout(callback, delayMs);
    return () => realTimers.clearTimeout(timer);
  },
};

/** Resolves after `delayMs`, or rejects with the reason of the signal. Leaves no timer. */
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

/** Waits for a shared pause, or rejects with the reason of the signal. */
export const pauseWith = (pause: Promise<void>, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const onAbort = (): void => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    void pause.then(() => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    });
  });
