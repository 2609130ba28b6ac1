import { ArchError, type ErrorDetails } from '@arch/core';

import { firstLineOf } from '../clients/sql-text.js';

/** What is known of a statement that failed. */
export interface StatementErrorDetails extends ErrorDetails {
  readonly sqlState?: string | undefined;
  readonly position?: number | undefined;
  readonly line?: number | undefined;
}

/** The database refused a statement, or gave it up. */
export class StatementError extends ArchError {
  static override readonly kind: string = 'StatementError';
  /** e.g. `42P01` for a table that is not there; where the database says it. */
  readonly sqlState: string | undefined;
  /** Where in the SQL, in characters from 1; where the database says it. */
  readonly position: number | undefined;
  /** The line of that position, from 1. */
  readonly line: number | undefined;

  constructor(message: string, details: StatementErrorDetails) {
    super(message, details);
    this.sqlState = details.sqlState;
    this.position = details.position;
    this.line = details.line;
  }
}

/** A failed statement as an error: what the database said, and where. */
export const statementError = (
  operation: string,
  sql: string,
  { id, status, error = '' }: { readonly id: string; readonly status: string; readonly error?: string | undefined },
): StatementError => {
  const sqlState = /SQLSTATE:?\s*(\w{5})/i.exec(error)?.[1];
  const found = /Position:\s*(\d+)/i.exec(error)?.[1];
  const position = found === undefined ? undefined : Number(found);
  const line = position === undefined ? undefined : sql.slice(0, position - 1).split('\n').length;
  const said = error
    .split('\n', 1)[0]
    ?.replace(/^ERROR:\s*/, '')
    .replace(/;?\s*(?:Position|SQLState):.*$/i, '')
    .trim();
  const where = line === undefined ? '' : ` in line ${line}`;
  const what = status === 'ABORTED' ? 'was cancelled' : `failed${where}: ${said || 'the database gives no reason'}`;
  return new StatementError(`${operation}: ${firstLineOf(sql)} ${what}.${sqlState ? ` (SQLSTATE ${sqlState})` : ''}`, {
    operation,
    resource: 'statement',
    id,
    code: status,
    sqlState,
    position,
    line,
  });
};
