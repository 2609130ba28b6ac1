import { ArchError, type ErrorDetails } from './arch-error.js';

/** The time limits of a call. */
export const deadlineLimits = ['connect', 'attempt', 'body-idle', 'call', 'wait'] as const;
export type DeadlineLimit = (typeof deadlineLimits)[number];

/** Details of a {@link DeadlineError}, in addition to {@link ErrorDetails}. */
export interface DeadlineDetails extends ErrorDetails {
  readonly limit: DeadlineLimit;
  readonly limitMs: number;
  readonly phase: string;
}

/** A time limit was reached. `cause` is the error of the last attempt, if an attempt failed. */
export class DeadlineError extends ArchError {
  static override readonly kind: string = 'DeadlineError';
  /** Which limit: `connect`, one `attempt`, `body-idle` (a response body without new bytes), the whole `call`, or a `wait`. */
  readonly limit: DeadlineLimit;
  /** The limit in milliseconds. */
  readonly limitMs: number;
  /** The step that was in progress, e.g. `waiting for a response`. */
  readonly phase: string;

  constructor(message: string, details: DeadlineDetails) {
    super(message, details);
    this.limit = details.limit;
    this.limitMs = details.limitMs;
    this.phase = details.phase;
  }
}
