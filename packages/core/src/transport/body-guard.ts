import { BodyTimeoutError } from './attempt-timeout-error.js';
import type { Clock } from '../clock/clock.js';

/** The limits under which a body is read. */
export interface BodyGuard {
  readonly clock: Clock;
  /** Milliseconds without a byte after which reading fails. */
  readonly idleMs: number;
  /** Aborted when the call ends. */
  readonly signal: AbortSignal;
  /** Removes the listeners of the attempt; called when the body has ended, in whatever way. */
  readonly release: () => void;
}

/** A running watch over a body. */
export interface BodyWatch {
  /** Bytes have arrived. */
  arrived(): void;
  stop(): void;
}

/** The error of a connection that broke before the body's end: Node's own, also for bodies of other transports. */
export const brokenBody = (): Error => Object.assign(new Error('aborted'), { code: 'ECONNRESET' });

/** Fails when nothing arrives for too long, and when the call ends. Bytes that the consumer has not taken yet do not count as silence. */
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
  // Not with the reason itself: the SDK writes into the errors that it meets, and retries some.
  const onAbort = (): void =>
    fail(
      Object.assign(new Error('The response is no longer wanted', { cause: signal.reason }), { name: 'AbortError' }),
    );
  if (signal.aborted) queueMicrotask(onAbort);
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
