import { ArchError, type ErrorDetails, hideUndefined } from './arch-error.js';

/** What a failed wait adds to {@link ErrorDetails}. */
export interface WaitDetails extends ErrorDetails {
  readonly state?: string | undefined;
  readonly reason?: string | undefined;
  readonly elapsedMs: number;
}

/** The goal of a wait cannot be reached any more: the resource failed, or went into a state that has no way back. */
export class WaitError extends ArchError {
  static override readonly kind: string = 'WaitError';
  /** The state in which the resource was found, e.g. `terminated`. */
  readonly state: string | undefined;
  /** AWS's own words for it, e.g. `Client.VolumeLimitExceeded: Volume limit exceeded`. */
  readonly reason: string | undefined;
  readonly elapsedMs: number;

  constructor(message: string, details: WaitDetails) {
    super(message, details);
    this.state = details.state;
    this.reason = details.reason;
    this.elapsedMs = details.elapsedMs;
    hideUndefined(this);
  }
}
