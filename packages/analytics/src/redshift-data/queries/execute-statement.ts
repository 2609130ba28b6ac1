import { type CallOptions, input, type Operation, task, z } from '@arch/core/builder';

import { checkParameters } from '../sql-parameters.js';
import { isOneTarget, oneTarget } from '../sql-target.js';
import { endOfStatement, runStatement, statementUses } from './run-statement.js';
import { type SqlInput, sqlInput } from './sql-input.js';
import { statementError } from './statement-error.js';
import { type Submitted, submitStatement } from './submit-statement.js';

export interface ExecuteStatementInput extends SqlInput {}

/** What a statement has done. */
export interface ExecutedStatement {
  readonly statementId: string;
  /** Rows that were inserted, changed or deleted; 0 for what changes none. */
  readonly updatedRows: number;
  /** How long it ran. */
  readonly durationMs: number;
}

/**
 * Runs a statement that gives no rows, such as `insert` or `create table`, until it has finished: an hour at most, or `timeoutMs`. It is
 * cancelled when it is given up before; one that a cluster or workgroup has to wake up for is waited for.
 *
 * @example
 * const day = new Date('2025-01-01');
 * await executeStatement({ sql: 'delete from orders where at < :day', parameters: { day }, workgroupName: 'reports', database: 'dev' });
 * @throws {StatementError} the database refused the statement; it has SQL state, position and line.
 * @throws {InvalidInputError} a parameter is missing, or the SQL does not name it.
 * @throws {ConflictError} the cluster is paused, or cannot be reached.
 * @throws {NotFoundError} there is no such cluster or workgroup.
 * @see https://docs.aws.amazon.com/redshift-data/latest/APIReference/API_ExecuteStatement.html
 */
export const executeStatement: Operation<
  ExecuteStatementInput,
  ExecutedStatement,
  { on: 'clusterIdentifier' | 'database' | 'dbUser' | 'secretArn' | 'workgroupArn' }
> = task(() => ({
  name: 'executeStatement',
  input: input<ExecuteStatementInput>(sqlInput()).check(z.refine(isOneTarget, { error: oneTarget })),
  uses: [submitStatement.executeStatement, ...statementUses],
  timeoutMs: 3_600_000,
  run: (members, options) => {
    const { sql, parameters } = members;
    checkParameters('executeStatement', [sql], parameters);
    const submit = (own: CallOptions): Promise<Submitted> => submitStatement.executeStatement(members, own);
    return runStatement({ operation: 'executeStatement', submit, target: members, options }, async (statementId) => {
      const statement = await endOfStatement(statementId, options);
      if (statement.status !== 'FINISHED') throw statementError({ operation: 'executeStatement', sql }, statement);
      const { hasResultSet = false, resultRows = 0, durationMs = 0 } = statement;
      return { statementId, updatedRows: hasResultSet ? 0 : resultRows, durationMs };
    });
  },
}));
