import { input, type Operation, task, z } from '@arch/core/builder';

import { describeStatement } from './describe-statement.js';
import { runStatement, statementUses } from './run-statement.js';
import { isOneTarget, oneTarget } from './sql-target.js';
import { type SqlInput, sqlInput } from './submit-statement.js';

export interface ExecuteStatementInput extends SqlInput {}

/** What a statement has done. */
export interface ExecutedStatement {
  readonly id: string;
  /** Rows that were inserted, changed or deleted; -1 for what changes none. */
  readonly updatedRows: number;
  /** How long it ran, in milliseconds. */
  readonly durationMs: number;
}

/**
 * Runs a statement that gives no rows, such as `insert` or `create table`, until it has finished. It is cancelled when it is given up before.
 *
 * @example
 * await executeStatement({ sql: 'delete from orders where day < :day', parameters: { day: '2025-01-01' }, workgroupName: 'reports', database: 'dev' });
 * @throws {StatementError} the database refused the statement; it has SQL state, position and line.
 * @throws {InvalidInputError} a parameter is missing, or the SQL does not name it.
 * @throws {ConflictError} the cluster is paused, or cannot be reached.
 * @see https://docs.aws.amazon.com/redshift-data/latest/APIReference/API_ExecuteStatement.html
 */
export const executeStatement: Operation<ExecuteStatementInput, ExecutedStatement> = task(() => ({
  name: 'executeStatement',
  input: input<ExecuteStatementInput>(sqlInput()).check(z.refine(isOneTarget, { error: oneTarget })),
  uses: statementUses,
  run: async (members, options) => {
    const { id } = await runStatement('executeStatement', members, options);
    // The answer that waited does not say how much was done.
    const { resultRows = -1, durationNs = 0 } = await describeStatement(id, options);
    return { id, updatedRows: resultRows, durationMs: durationNs / 1_000_000 };
  },
}));
