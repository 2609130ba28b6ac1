import { ArchError, type ErrorDetails } from './arch-error.js';

/** The limits that a call has. */
export const deadlineLimits = ['connect', 'attempt', 'body-idle', 'call', 'wait'] as const;
export type DeadlineLimit = (typeof deadlineLimits)[number];

/** What a deadline adds to {@link ErrorDetails}. */
export interface DeadlineDetails extends ErrorDetails {
  readonly limit: DeadlineLimit;
  readonly limitMs: number;
  readonly phase: string;
}

/** A time limit ran out. `cause` is the last thing AWS said, where it said anything. */
export class DeadlineError extends ArchError {
  static override readonly kind: string = 'DeadlineError';
  /** Which limit: of connecting, of one attempt, of silence within a body, of the whole call, or of a wait. */
  readonly limit: DeadlineLimit;
  /** The limit in milliseconds. */
  readonly limitMs: number;
  /** What was going on when it ran out, e.g. `waiting for an answer`. */
  readonly phase: string;

  constructor(message: string, details: DeadlineDetails) {
    super(message, details);
    this.limit = details.limit;
    this.limitMs = details.limitMs;
    this.phase = details.phase;
  }
}
