import type { StatementError } from '@arch/core';
import { type FailedStatement, statementFailed } from '@arch/core/builder';

import type { StatementOutcome } from '../statements/index.js';

/** A statement that failed, as the caller wrote it. */
export type FailedSql = Pick<FailedStatement, 'operation' | 'sql' | 'offset' | 'which'>;

/** A failed statement as an error; its `code` is the statement's status, `FAILED` or `ABORTED`. */
export const statementError = (
  failed: FailedSql,
  { statementId: id, status: code, error: reason }: StatementOutcome,
): StatementError =>
  statementFailed({ ...failed, resource: 'statement', id, code, reason, cancelled: code === 'ABORTED' });
