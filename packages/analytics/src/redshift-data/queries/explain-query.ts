import { type CallOptions, input, type Operation, task, z } from '@arch/core/builder';

import { checkParameters } from '../sql-parameters.js';
import { isOneTarget, oneTargetMessage } from '../sql-target.js';
import { parseQueryPlan, type QueryPlan } from '../query-plans/index.js';
import { rowPage } from './row-page.js';
import { firstRowPage, rowsOfStatement } from './rows-of-statement.js';
import { runStatement, statementUses } from './run-statement.js';
import { type SqlInput, sqlInput } from './sql-input.js';
import { type Submitted, submitStatement } from './submit-statement.js';

export interface ExplainQueryInput extends SqlInput {}

const prefix = 'EXPLAIN ';

/**
 * Returns the query plan of a statement as a tree, with advice for a faster query. Redshift does not run the statement; it estimates the
 * plan from the statistics of the tables. Supports queries, `insert`, `update`, `delete` and `create table as`.
 *
 * @example
 * const { root, advice } = await explainQuery({ sql: 'select * from sales join event using (eventid)', workgroupName: 'reports', database: 'dev' });
 * for (const { kind, message } of advice) console.log(kind, message);
 * @throws {StatementError} the statement is invalid; the error contains the SQLSTATE, the position and the line.
 * @throws {InvalidInputError} a parameter is missing, or the SQL does not use it.
 * @throws {ConflictError} the cluster is paused, or AWS cannot connect to it.
 * @see https://docs.aws.amazon.com/redshift/latest/dg/r_EXPLAIN.html
 */
export const explainQuery: Operation<
  ExplainQueryInput,
  QueryPlan,
  { on: 'clusterIdentifier' | 'database' | 'dbUser' | 'secretArn' | 'workgroupArn' }
> = task(() => ({
  name: 'explainQuery',
  input: input<ExplainQueryInput>(sqlInput()).check(z.refine(isOneTarget, { error: oneTargetMessage })),
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
