import { type CallOptions, input, type Operation, task, z } from '@arch/core/builder';

import { checkParameters } from '../sql-parameters.js';
import { isOneTarget, oneTarget } from '../sql-target.js';
import { parseQueryPlan, type QueryPlan } from '../query-plans/index.js';
import { rowPage } from './row-page.js';
import { firstRowPage, rowsOfStatement } from './rows-of-statement.js';
import { runStatement, statementUses } from './run-statement.js';
import { type SqlInput, sqlInput } from './sql-input.js';
import { type Submitted, submitStatement } from './submit-statement.js';

export interface ExplainQueryInput extends SqlInput {}

const prefix = 'EXPLAIN ';

/**
 * Says how Redshift would run a statement, as a tree, and what would make it quicker. The statement is not run: Redshift plans it by the
 * statistics that it has. What can be explained are queries, `insert`, `update`, `delete` and `create table as`.
 *
 * @example
 * const { root, advice } = await explainQuery({ sql: 'select * from sales join event using (eventid)', workgroupName: 'reports', database: 'dev' });
 * for (const { kind, message } of advice) console.log(kind, message);
 * @throws {StatementError} the database refused the statement; it has SQL state, position and line.
 * @throws {InvalidInputError} a parameter is missing, or the SQL does not name it.
 * @throws {ConflictError} the cluster is paused, or cannot be reached.
 * @see https://docs.aws.amazon.com/redshift/latest/dg/r_EXPLAIN.html
 */
export const explainQuery: Operation<
  ExplainQueryInput,
  QueryPlan,
  { on: 'clusterIdentifier' | 'database' | 'dbUser' | 'secretArn' | 'workgroupArn' }
> = task(() => ({
  name: 'explainQuery',
  input: input<ExplainQueryInput>(sqlInput()).check(z.refine(isOneTarget, { error: oneTarget })),
  uses: [submitStatement.explainQuery, rowPage, ...statementUses],
  run: async (members, options) => {
    const { sql, parameters } = members;
    checkParameters('explainQuery', [sql], parameters);
    const submit = (own: CallOptions): Promise<Submitted> =>
      submitStatement.explainQuery({ ...members, sql: `${prefix}${sql}` }, own);
    const lines: string[] = [];
    await runStatement({ operation: 'explainQuery', submit, target: members, options }, async (statementId) => {
      const failed = { operation: 'explainQuery', sql, offset: prefix.length };
      const first = await firstRowPage(statementId, failed, options);
      for await (const row of rowsOfStatement(statementId, first, options)) lines.push(String(Object.values(row)[0]));
    });
    return parseQueryPlan(lines.join('\n'));
  },
}));
