import type { ErrorDetails } from '../errors/arch-error.js';
import { StatementError } from '../errors/statement-error.js';

/** A failed statement, with the details for the error. */
export interface FailedStatement extends ErrorDetails {
  readonly operation: string;
  /** The SQL as the caller wrote it. */
  readonly sql: string;
  /** Number of characters that were sent before the SQL. Default: 0. */
  readonly offset?: number | undefined;
  /** The statement among several, e.g. `statement 2 of 3`. Default: `the statement`. */
  readonly which?: string | undefined;
  /** The database's error message. */
  readonly reason?: string | undefined;
  /** Whether the statement was cancelled. */
  readonly cancelled?: boolean | undefined;
}

/** Makes the error of a failed statement, with the database's message and the line. The SQL is not quoted: it can contain secrets. */
export const statementFailed = (failed: FailedStatement): StatementError => {
  const { sql, offset = 0, which = 'the statement', cancelled = false, ...details } = failed;
  const message = failed.reason ?? '';
  // Short SQL such as `commit` is an ordinary word of a message.
  const reason = sql.length < 8 ? message : message.replaceAll(sql, '(not shown)');
  const sqlState = /SQL\s?STATE:?\s*(\w{5})\b/i.exec(reason)?.[1];
  const found = /\bPosition:\s*(\d+)/i.exec(reason)?.[1];
  const position = found === undefined ? undefined : Math.max(1, Number(found) - offset);
  const line = position === undefined ? undefined : sql.slice(0, position - 1).split('\n').length;
  const where = line === undefined ? '' : ` in line ${line}`;
  const said = sentenceOf(reason);
  const outcome = cancelled
    ? `was cancelled${said && `: ${said}`}`
    : `failed${where}: ${said || 'the database returned no reason'}`;
  const state = sqlState === undefined ? '' : ` (SQLSTATE ${sqlState})`;
  return new StatementError(`${details.operation}: ${which} ${outcome}.${state}`, {
    ...details,
    reason: reason || undefined,
    sqlState,
    position,
    line,
  });
};

/** The first line of the database's message, without prefix, position and SQLSTATE, which the error adds itself. */
const sentenceOf = (reason: string): string =>
  (reason.split('\n', 1)[0] ?? '')
    .replace(/^(?:Query #\d+ failed with )?(?:ERROR|FATAL):\s*/, '')
    .replace(/;?\s*\b(?:Position|SQLState):.*$/i, '')
    .replace(/\.$/, '')
    .trim();
