import { type CallOptions, input, type Operation, task, z } from '@arch/core/builder';

import { checkParameters } from '../sql-parameters.js';
import { isOneTarget, oneTargetMessage } from '../sql-target.js';
import { endOfStatement, runStatement, statementUses } from './run-statement.js';
import { type SqlInput, sqlInput } from './sql-input.js';
import { statementError } from './statement-error.js';
import { type Submitted, submitStatement } from './submit-statement.js';

export interface ExecuteStatementInput extends SqlInput {}

/** The result of a statement that has finished. */
export interface ExecutedStatement {
  /** ID of the statement, e.g. `d9b6c0c9-0747-4bf4-b142-e8883122f766`. */
  readonly statementId: string;
  /** Number of rows that were inserted, updated or deleted; 0 for other statements. */
  readonly updatedRows: number;
  /** Duration of the statement in milliseconds. */
  readonly durationMs: number;
}

/**
 * Runs a statement that returns no rows, such as `insert` or `create table`, and resolves when it has finished. If the call is aborted or
 * exceeds its timeout (default: one hour), the statement is cancelled. If the cluster or workgroup is resuming, the call waits for it.
 *
 * @example
 * const day = new Date('2025-01-01');
 * await executeStatement({ sql: 'delete from orders where at < :day', parameters: { day }, workgroupName: 'reports', database: 'dev' });
 * @throws {StatementError} the statement failed; the error contains the SQLSTATE, the position and the line.
 * @throws {InvalidInputError} a parameter is missing, or the SQL does not use it.
 * @throws {ConflictError} the cluster is paused, or AWS cannot connect to it.
 * @throws {NotFoundError} there is no such cluster or workgroup.
 * @see https://docs.aws.amazon.com/redshift-data/latest/APIReference/API_ExecuteStatement.html
 */
export const executeStatement: Operation<
  ExecuteStatementInput,
  ExecutedStatement,
  { on: 'clusterIdentifier' | 'database' | 'dbUser' | 'secretArn' | 'workgroupArn' }
> = task(() => ({
  name: 'executeStatement',
  input: input<ExecuteStatementInput>(sqlInput()).check(z.refine(isOneTarget, { error: oneTargetMessage })),
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
