/** An error of Postgres, with the members that the Data APIs return. */
export interface PostgresError extends Error {
  readonly severity?: string | undefined;
  /** The SQLSTATE, e.g. `42P01`. */
  readonly code?: string | undefined;
  readonly detail?: string | undefined;
  readonly hint?: string | undefined;
  /** The position in the SQL in characters, beginning with 1. */
  readonly position?: string | undefined;
}

export function isPostgresError(error: unknown): error is PostgresError {
  return error instanceof Error && 'severity' in error && 'code' in error;
}

/** Creates an error that on AWS is an error of the driver, not of Postgres. */
export function driverError(message: string, code: string): PostgresError {
  return Object.assign(new Error(message), { severity: 'ERROR', code });
}

/** Returns the error with its position in the SQL of the caller. */
export function repositioned(error: unknown, originalPosition: (position: number) => number): unknown {
  if (!isPostgresError(error) || error.position === undefined) return error;
  return Object.assign(error, { position: String(originalPosition(Number(error.position))) });
}
