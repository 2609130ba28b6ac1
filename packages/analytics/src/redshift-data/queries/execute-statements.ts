import { addNote, type CallOptions, input, type Operation, task, z } from '@arch/core/builder';

import { checkParameters } from '../sql-parameters.js';
import { isOneTarget, oneTargetMessage } from '../sql-target.js';
import type { Statement } from '../statements/index.js';
import type { ExecutedStatement } from './execute-statement.js';
import { endOfStatement, runStatement, statementUses } from './run-statement.js';
import { statementError } from './statement-error.js';
import type { Submitted } from './submit-statement.js';
import { type SqlBatchInput, sqlBatchInput, submitStatements } from './submit-statements.js';

export interface ExecuteStatementsInput extends SqlBatchInput {}

/** The result of a transaction that has finished. */
export interface ExecutedStatements {
  /** ID of the batch. The IDs of its statements have the suffix `:1`, `:2` and so on. */
  readonly statementId: string;
  /** Duration of the batch in milliseconds. */
  readonly durationMs: number;
  /** The results of the statements, in their order. */
  readonly statements: readonly ExecutedStatement[];
}

/**
 * Runs statements one after the other in one transaction: all of them take effect, or none. If the call is aborted or exceeds its timeout
 * (default: one hour), the batch is cancelled.
 *
 * @example
 * const sqls = ['delete from orders where day = :day', 'insert into orders select * from staging where day = :day'];
 * await executeStatements({ sqls, parameters: { day: '2026-11-01' }, workgroupName: 'reports', database: 'dev' });
 * @throws {StatementError} a statement failed; the message contains its number, and `id` is its ID.
 * @throws {InvalidInputError} a parameter is missing, or no statement uses it.
 * @throws {ConflictError} the cluster is paused, or AWS cannot connect to it.
 * @see https://docs.aws.amazon.com/redshift-data/latest/APIReference/API_BatchExecuteStatement.html
 */
export const executeStatements: Operation<
  ExecuteStatementsInput,
  ExecutedStatements,
  { on: 'clusterIdentifier' | 'database' | 'dbUser' | 'secretArn' | 'workgroupArn' }
> = task(() => ({
  name: 'executeStatements',
  input: input<ExecuteStatementsInput>(sqlBatchInput()).check(z.refine(isOneTarget, { error: oneTargetMessage })),
  uses: [submitStatements, ...statementUses],
  timeoutMs: 3_600_000,
  run: (members, options) => {
    const { sqls, parameters } = members;
    checkParameters('executeStatements', sqls, parameters);
    const submit = (own: CallOptions): Promise<Submitted> => submitStatements(members, own);
    return runStatement({ operation: 'executeStatements', submit, target: members, options }, async (statementId) => {
      const statement = await endOfStatement(statementId, options);
      if (statement.status !== 'FINISHED') throw batchError(sqls, statement);
      const { durationMs = 0, subStatements } = statement;
      return { statementId, durationMs, statements: subStatements.map(toExecutedStatement) };
    });
  },
}));

const toExecutedStatement = ({
  statementId,
  hasResultSet = false,
  resultRows = 0,
  durationMs = 0,
}: Statement['subStatements'][number]): ExecutedStatement => ({
  statementId,
  updatedRows: hasResultSet ? 0 : resultRows,
  durationMs,
});

/** Returns an error with the number of the failed statement. Later statements were not run; AWS rolled back the earlier ones. */
const batchError = (sqls: readonly string[], batch: Statement): unknown => {
  const index = batch.subStatements.findIndex(({ status }) => status === batch.status);
  const failed = batch.subStatements[index] ?? batch;
  const which = index < 0 ? `one of ${sqls.length} statements` : `statement ${index + 1} of ${sqls.length}`;
  const sql = sqls[Math.max(0, index)] ?? '';
  return addNote(
    statementError({ operation: 'executeStatements', sql, which }, { ...failed, error: failed.error ?? batch.error }),
    'The transaction was rolled back.',
  );
};
