import { AwsError } from '../responses/aws-error.js';
import { isPostgresError, type PostgresError } from '../postgres/postgres-error.js';

/** Converts an error of a statement to an error of the RDS Data API. */
export function rdsError(error: unknown): unknown {
  if (isPostgresError(error)) return new AwsError('DatabaseErrorException', databaseMessage(error), { cause: error });
  if (error instanceof DOMException && error.name === 'TimeoutError') {
    const reason = 'The local AWS has one connection per database, and an open transaction is using it.';
    return new AwsError('StatementTimeoutException', `Request timed out. ${reason}`, { cause: error });
  }
  return error;
}

/** Returns e.g. `ERROR: relation "x" does not exist; Position: 15; SQLState: 42P01`. */
function databaseMessage({ severity, message, position, code }: PostgresError): string {
  const place = position === undefined ? [] : [`Position: ${position}`];
  return [`${severity ?? 'ERROR'}: ${message}`, ...place, `SQLState: ${code}`].join('; ');
}
