import type { Clock } from '../clock/clock.js';
import type { EventListener } from '../events/publish.js';

/** The part of a session that a call needs: the clock, the default limits, and the listeners. */
export interface CallSession {
  readonly clock: Clock;
  readonly limits: { readonly attemptMs: number };
  readonly maxAttempts: number;
  readonly listeners: readonly EventListener[];
}
