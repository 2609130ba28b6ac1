import type { SessionInternals } from '../session/session-internals.js';
import { type Clock, pauseWith } from '../clock/clock.js';

/** The length of a pause, and the kind of pauses with which it can be shared. */
export interface SharedPause {
  /** Pauses of the same kind end together if their bounds allow it. */
  readonly kind: object;
  readonly minMs: number;
  readonly maxMs: number;
  readonly signal: AbortSignal;
}

interface PauseEnd {
  readonly atMs: number;
  readonly ended: Promise<void>;
  readonly cancel: () => void;
  waiting: number;
}

const key = Symbol('shared pauses');

/**
 * Pauses for a random time between the bounds, or until the end of another pause of the same kind within the bounds. A thousand waiters then
 * check at the same time, and their checks are joined into a few requests.
 */
export const sharedPause = (session: SessionInternals, { kind, minMs, maxMs, signal }: SharedPause): Promise<void> => {
  const { clock } = session;
  const pauseEnds = session.state(key, () => new Map<object, Set<PauseEnd>>());
  const ofKind = pauseEnds.get(kind) ?? new Set<PauseEnd>();
  pauseEnds.set(kind, ofKind);
  const now = clock.now();
  // Responses to joined requests arrive at slightly different times, so an end shortly before the minimum is accepted.
  const earliest = now + minMs * 0.8;
  let pauseEnd = [...ofKind].find(({ atMs }) => atMs >= earliest && atMs <= now + maxMs);
  if (!pauseEnd) ofKind.add((pauseEnd = newPauseEnd(clock, minMs + Math.random() * (maxMs - minMs))));
  const { ended, cancel } = pauseEnd;
  pauseEnd.waiting++;
  // The last waiter that leaves cancels the timer.
  return pauseWith(ended, signal).finally(() => {
    if (--pauseEnd.waiting > 0) return;
    cancel();
    ofKind.delete(pauseEnd);
  });
};

const newPauseEnd = (clock: Clock, delayMs: number): PauseEnd => {
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  return { atMs: clock.now() + delayMs, ended, cancel: clock.schedule(delayMs, 'pause', resolve), waiting: 0 };
};
