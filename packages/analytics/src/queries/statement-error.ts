import { ArchError, type ErrorDetails } from '@arch/core';

import type { StatementOutcome } from '../statements/index.js';
import { sqlText } from '../clients/sql-text.js';

/** What a failed statement adds to {@link ErrorDetails}. */
export interface StatementErrorDetails extends ErrorDetails {
  readonly reason?: string | undefined;
  readonly sqlState?: string | undefined;
  readonly position?: number | undefined;
  readonly line?: number | undefined;
}

/** The database refused a statement, or the statement was cancelled. `code` is its status, `FAILED` or `ABORTED`. */
export class StatementError extends ArchError {
  static override readonly kind: string = 'StatementError';
  /** What the database said, in its own words. */
  readonly reason: string | undefined;
  /** e.g. `42P01` for a table that is not there; where the database says it. */
  readonly sqlState: string | undefined;
  /** Where in the SQL, in characters from 1; where the database says it. */
  readonly position: number | undefined;
  /** The line of that position, from 1. */
  readonly line: number | undefined;

  constructor(message: string, details: StatementErrorDetails) {
    super(message, details);
    this.reason = details.reason;
    this.sqlState = details.sqlState;
    this.position = details.position;
    this.line = details.line;
    for (const [name, value] of Object.entries(this)) {
      if (value === undefined) Object.defineProperty(this, name, { enumerable: false });
    }
  }
}

/** The SQL of a statement that failed, as the caller wrote it. */
export interface FailedSql {
  readonly operation: string;
  readonly sql: string;
  /** Characters that were sent before it. */
  readonly offset?: number | undefined;
  /** Which of several it was, in words that stand before the SQL. */
  readonly which?: string | undefined;
}

/** A failed statement as an error: what the database said, and where. */
export const statementError = (
  { operation, sql, offset = 0, which = '' }: FailedSql,
  { statementId, status, error: reason = '' }: StatementOutcome,
): StatementError => {
  const sqlState = /SQLSTATE:?\s*(\w{5})\b/i.exec(reason)?.[1];
  const found = /\bPosition:\s*(\d+)/i.exec(reason)?.[1];
  const position = found === undefined ? undefined : Math.max(1, Number(found) - offset);
  const line = position === undefined ? undefined : sql.slice(0, position - 1).split('\n').length;
  const where = line === undefined ? '' : ` in line ${line}`;
  const what =
    status === 'ABORTED' ? 'was cancelled' : `failed${where}: ${firstOf(reason) || 'the database gives no reason'}`;
  const state = sqlState === undefined ? '' : ` (SQLSTATE ${sqlState})`;
  return new StatementError(`${operation}: ${which}${sqlText(sql).firstLine} ${what}.${state}`, {
    operation,
    resource: 'statement',
    id: statementId,
    code: status,
    reason: reason || undefined,
    sqlState,
    position,
    line,
  });
};

/** The database's sentence, without what is said elsewhere. */
const firstOf = (reason: string): string =>
  (reason.split('\n', 1)[0] ?? '')
    .replace(/^(?:Query #\d+ failed with )?(?:ERROR|FATAL):\s*/, '')
    .replace(/;?\s*\b(?:Position|SQLState):.*$/i, '')
    .replace(/\.$/, '')
    .trim();
