import { ArchError, type ErrorDetails, hideUndefined } from './arch-error.js';

/** Details of a {@link StatementError}, in addition to {@link ErrorDetails}. */
export interface StatementDetails extends ErrorDetails {
  readonly reason?: string | undefined;
  readonly sqlState?: string | undefined;
  readonly position?: number | undefined;
  readonly line?: number | undefined;
}

/** An SQL statement failed in the database, or was cancelled. */
export class StatementError extends ArchError {
  static override readonly kind: string = 'StatementError';
  /** The error message of the database. */
  readonly reason: string | undefined;
  /** The SQLSTATE code, e.g. `42P01` for an undefined table, `23505` for a duplicate key. `undefined` if the database does not return it. */
  readonly sqlState: string | undefined;
  /** Position of the error in the SQL, in characters, counted from 1. `undefined` if the database does not return it. */
  readonly position: number | undefined;
  /** The line of that position, counted from 1. */
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
