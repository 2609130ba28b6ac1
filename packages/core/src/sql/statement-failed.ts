import type { ErrorDetails } from '../errors/arch-error.js';
import { StatementError } from '../errors/statement-error.js';

/** A statement that failed, and what is known of that. */
export interface FailedStatement extends ErrorDetails {
  readonly operation: string;
  /** The SQL as the caller wrote it. */
  readonly sql: string;
  /** Characters that were sent before it. */
  readonly offset?: number | undefined;
  /** Which of several it was, e.g. `statement 2 of 3`. Default: `the statement`. */
  readonly which?: string | undefined;
  /** What the database said. */
  readonly reason?: string | undefined;
  /** Whether somebody ended it. */
  readonly cancelled?: boolean | undefined;
}

/** A failed statement as an error: what the database said, and where. The SQL is not quoted: it may hold secrets. */
export const statementFailed = (failed: FailedStatement): StatementError => {
  const { sql, offset = 0, which = 'the statement', cancelled = false, ...details } = failed;
  const said = failed.reason ?? '';
  // What is shorter, such as `commit`, is no more than a word of a message.
  const reason = sql.length < 8 ? said : said.replaceAll(sql, '(not shown)');
  const sqlState = /SQL\s?STATE:?\s*(\w{5})\b/i.exec(reason)?.[1];
  const found = /\bPosition:\s*(\d+)/i.exec(reason)?.[1];
  const position = found === undefined ? undefined : Math.max(1, Number(found) - offset);
  const line = position === undefined ? undefined : sql.slice(0, position - 1).split('\n').length;
  const where = line === undefined ? '' : ` in line ${line}`;
  const what = cancelled ? 'was cancelled' : `failed${where}: ${sentenceOf(reason) || 'the database gives no reason'}`;
  const state = sqlState === undefined ? '' : ` (SQLSTATE ${sqlState})`;
  return new StatementError(`${details.operation}: ${which} ${what}.${state}`, {
    ...details,
    reason: reason || undefined,
    sqlState,
    position,
    line,
  });
};

/** The database's sentence, without what is said elsewhere. */
const sentenceOf = (reason: string): string =>
  (reason.split('\n', 1)[0] ?? '')
    .replace(/^(?:Query #\d+ failed with )?(?:ERROR|FATAL):\s*/, '')
    .replace(/;?\s*\b(?:Position|SQLState):.*$/i, '')
    .replace(/\.$/, '')
    .trim();
