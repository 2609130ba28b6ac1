/** What the Data APIs tell of an error of Postgres. */
export interface PostgresError extends Error {
  readonly severity?: string | undefined;
  /** The SQLSTATE, e.g. `42P01`. */
  readonly code?: string | undefined;
  readonly detail?: string | undefined;
  readonly hint?: string | undefined;
  /** In characters of the SQL, from 1. */
  readonly position?: string | undefined;
}

export function isPostgresError(error: unknown): error is PostgresError {
  return error instanceof Error && 'severity' in error && 'code' in error;
}

/** An error that a driver, not Postgres, would raise on AWS. */
export function driverError(message: string, code: string): PostgresError {
  return Object.assign(new Error(message), { severity: 'ERROR', code });
}

/** The same error, with its position in the SQL that the caller wrote. */
export function repositioned(error: unknown, originalPosition: (position: number) => number): unknown {
  if (!isPostgresError(error) || error.position === undefined) return error;
  return Object.assign(error, { position: String(originalPosition(Number(error.position))) });
}
