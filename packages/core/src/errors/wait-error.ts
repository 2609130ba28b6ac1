import { ArchError, type ErrorDetails, hideUndefined } from './arch-error.js';

/** Details of a {@link WaitError}, in addition to {@link ErrorDetails}. */
export interface WaitDetails extends ErrorDetails {
  readonly state?: string | undefined;
  readonly reason?: string | undefined;
  readonly elapsedMs: number;
}

/** A wait cannot succeed any more: the resource failed, or is in a final state, e.g. `terminated`. */
export class WaitError extends ArchError {
  static override readonly kind: string = 'WaitError';
  /** The last state of the resource, e.g. `terminated`. */
  readonly state: string | undefined;
  /** The reason that AWS returned, e.g. `Client.VolumeLimitExceeded: Volume limit exceeded`. */
  readonly reason: string | undefined;
  /** Duration of the wait until it failed, in milliseconds. */
  readonly elapsedMs: number;

  constructor(message: string, details: WaitDetails) {
    super(message, details);
    this.state = details.state;
    this.reason = details.reason;
    this.elapsedMs = details.elapsedMs;
    hideUndefined(this);
  }
}
