import { AwsError } from '../answers/aws-error.js';
import { isPostgresError, type PostgresError } from '../postgres/postgres-error.js';

/** What the RDS Data API answers to an error that came up while SQL was run. */
export function rdsError(error: unknown): unknown {
  if (isPostgresError(error)) return new AwsError('DatabaseErrorException', databaseMessage(error), { cause: error });
  if (error instanceof DOMException && error.name === 'TimeoutError') {
    const why = 'The local AWS has one connection for a database, and an open transaction uses it.';
    return new AwsError('StatementTimeoutException', `Request timed out. ${why}`, { cause: error });
  }
  return error;
}

/** `ERROR: relation "x" does not exist; Position: 15; SQLState: 42P01` */
function databaseMessage({ severity, message, position, code }: PostgresError): string {
  const place = position === undefined ? [] : [`Position: ${position}`];
  return [`${severity ?? 'ERROR'}: ${message}`, ...place, `SQLState: ${code}`].join('; ');
}
