import type { StatementError } from '@arch/core';
import { type FailedStatement, statementFailed } from '@arch/core/builder';

import type { StatementOutcome } from '../statements/index.js';

/** A failed statement, with the SQL of the caller. */
export type FailedSql = Pick<FailedStatement, 'operation' | 'sql' | 'offset' | 'which'>;

/** Returns the error of a failed statement. Its `code` is the status of the statement, `FAILED` or `ABORTED`. */
export const statementError = (
  failed: FailedSql,
  { statementId: id, status: code, error: reason }: StatementOutcome,
): StatementError =>
  statementFailed({ ...failed, resource: 'statement', id, code, reason, cancelled: code === 'ABORTED' });
