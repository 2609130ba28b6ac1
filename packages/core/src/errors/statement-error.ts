import { ArchError, type ErrorDetails, hideUndefined } from './arch-error.js';

/** What a failed statement adds to {@link ErrorDetails}. */
export interface StatementDetails extends ErrorDetails {
  readonly reason?: string | undefined;
  readonly sqlState?: string | undefined;
  readonly position?: number | undefined;
  readonly line?: number | undefined;
}

/** A database refused a statement of SQL, or the statement was cancelled. */
export class StatementError extends ArchError {
  static override readonly kind: string = 'StatementError';
  /** What the database said, in its own words. */
  readonly reason: string | undefined;
  /** e.g. `42P01` for a table that is not there, `23505` for a key that is there already; where the database says it. */
  readonly sqlState: string | undefined;
  /** Where in the SQL, in characters from 1; where the database says it. */
  readonly position: number | undefined;
  /** The line of that position, from 1. */
  readonly line: number | undefined;

  constructor(message: string, details: StatementDetails) {
    super(message, details);
    this.reason = details.reason;
    this.sqlState = details.sqlState;
    this.position = details.position;
    this.line = details.line;
    hideUndefined(this);
  }
}
