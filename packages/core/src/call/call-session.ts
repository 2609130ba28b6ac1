import type { Clock } from '../clock/clock.js';
import type { EventListener } from '../events/publish.js';

/** What a call needs of its session: the time, the limits that its options do not set, and the listeners. */
export interface CallSession {
  readonly clock: Clock;
  readonly limits: { readonly attemptMs: number };
  readonly maxAttempts: number;
  readonly listeners: readonly EventListener[];
}
