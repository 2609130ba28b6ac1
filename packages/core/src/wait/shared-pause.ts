import type { SessionInternals } from '../session/session-internals.js';
import { pauseWith } from '../session/clock.js';

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
}

const key = Symbol('shared pauses');

/**
 * Pauses for a random time between the bounds, or until the end of a pause of the same kind that lies between them: a thousand waiters
 * then look together, and their looks become a few requests.
 */
export const sharedPause = (session: SessionInternals, { kind, leastMs, mostMs, signal }: SharedPause): Promise<void> => {
  const { clock } = session;
  const ticks = session.state(key, () => new Map<object, Set<Tick>>());
  const mine = ticks.get(kind) ?? new Set<Tick>();
  ticks.set(kind, mine);
  const now = clock.now();
  // Answers of one round arrive a little apart: an end that is almost far enough away will do.
  const earliest = now + leastMs * 0.8;
  let tick = [...mine].find(({ atMs }) => atMs >= earliest && atMs <= now + mostMs);
  if (!tick) {
    const delayMs = leastMs + Math.random() * (mostMs - leastMs);
    const fresh: Tick = {
      atMs: now + delayMs,
      over: new Promise((resolve) => {
        clock.schedule(delayMs, 'pause', () => {
          mine.delete(fresh);
          resolve();
        });
      }),
    };
    mine.add((tick = fresh));
  }
  const { over } = tick;
  return pauseWith(over, signal);
};
