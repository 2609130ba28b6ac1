import type { SessionInternals } from '../session/session-internals.js';
import { type Clock, pauseWith } from '../clock/clock.js';

/** How long to pause, and with whom. */
export interface SharedPause {
  /** Pauses of the same kind end together where their bounds allow it. */
  readonly kind: object;
  readonly leastMs: number;
  readonly mostMs: number;
  readonly signal: AbortSignal;
}

interface Tick {
  readonly atMs: number;
  readonly over: Promise<void>;
  readonly cancel: () => void;
  waiting: number;
}

const key = Symbol('shared pauses');

/**
 * Pauses for a random time between the bounds, or until the end of a pause of the same kind that lies between them: a thousand waiters
 * then look together, and their looks become a few requests.
 */
export const sharedPause = (
  session: SessionInternals,
  { kind, leastMs, mostMs, signal }: SharedPause,
): Promise<void> => {
  const { clock } = session;
  const ticks = session.state(key, () => new Map<object, Set<Tick>>());
  const mine = ticks.get(kind) ?? new Set<Tick>();
  ticks.set(kind, mine);
  const now = clock.now();
  // Answers of one round arrive a little apart: an end that is almost far enough away will do.
  const earliest = now + leastMs * 0.8;
  let tick = [...mine].find(({ atMs }) => atMs >= earliest && atMs <= now + mostMs);
  if (!tick) mine.add((tick = newTick(clock, leastMs + Math.random() * (mostMs - leastMs))));
  const { over, cancel } = tick;
  tick.waiting++;
  // A pause that no one waits for any more leaves no timer.
  return pauseWith(over, signal).finally(() => {
    if (--tick.waiting > 0) return;
    cancel();
    mine.delete(tick);
  });
};

const newTick = (clock: Clock, delayMs: number): Tick => {
  const { promise: over, resolve } = Promise.withResolvers<void>();
  return { atMs: clock.now() + delayMs, over, cancel: clock.schedule(delayMs, 'pause', resolve), waiting: 0 };
};
