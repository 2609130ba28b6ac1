import { realTimers } from '../clock/real-timers.js';
import { BodyTimeoutError } from './attempt-timeout-error.js';
import type { Clock } from '../clock/clock.js';

/** Limits while a body is read. */
export interface BodyGuard {
  readonly clock: Clock;
  /** Milliseconds without new bytes after which reading fails. */
  readonly idleMs: number;
  /** Aborted when the call ends. */
  readonly signal: AbortSignal;
  /** Removes the listeners of the attempt. Called when the body has ended or failed. */
  readonly release: () => void;
}

/** The idle timer of a body. */
export interface BodyWatch {
  /** Restarts the timer: bytes have arrived. */
  arrived(): void;
  stop(): void;
}

/** Makes the error of a connection that broke before the end of the body. It is the same as Node's, also for other transports. */
export const brokenBody = (): Error => Object.assign(new Error('aborted'), { code: 'ECONNRESET' });

/**
 * Calls `fail` when no bytes arrive for `idleMs`, and when the call ends. The timer does not expire while the consumer has not read all
 * bytes.
 */
export const watchIdle = (
  unreadBytes: () => number,
  { clock, idleMs, signal }: BodyGuard,
  fail: (error: Error) => void,
): BodyWatch => {
  let lastAt = clock.now();
  const watch = (afterMs: number): (() => void) =>
    clock.schedule(afterMs, 'deadline', () => {
      if (unreadBytes() > 0) lastAt = clock.now();
      const leftMs = lastAt + idleMs - clock.now();
      if (leftMs <= 0) fail(new BodyTimeoutError(idleMs));
      else cancel = watch(leftMs);
    });
  let cancel = watch(idleMs);
  // Not the reason itself: the SDK changes errors that it receives, and retries some of them.
  const onAbort = (): void =>
    fail(Object.assign(new Error('The call has ended', { cause: signal.reason }), { name: 'AbortError' }));
  if (signal.aborted) realTimers.queueMicrotask(onAbort);
  signal.addEventListener('abort', onAbort, { once: true });
  return {
    arrived: () => {
      lastAt = clock.now();
    },
    stop: () => {
      cancel();
      signal.removeEventListener('abort', onAbort);
    },
  };
};
