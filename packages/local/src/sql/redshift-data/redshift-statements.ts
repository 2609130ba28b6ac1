import { AwsError } from '../responses/aws-error.js';
import { redshiftSql } from '../text/redshift-sql.js';
import { invalid, type RedshiftRequest } from './redshift-request.js';
import type { RedshiftRunner } from './redshift-runner.js';
import { newStatement, type RedshiftStatement, type SubStatement } from './redshift-statement.js';
import { refuseLoading } from './refuse-loading.js';

export interface RedshiftStatements {
  /** Stores the statement. It runs later. */
  submit(request: RedshiftRequest, sqls: readonly string[], isBatch: boolean): RedshiftStatement;
  /** Returns a statement by its ID or by the ID of one of its parts. */
  find(id: string): { readonly statement: RedshiftStatement; readonly part?: SubStatement | undefined };
  /** Returns all statements, the last submitted first. */
  list(): RedshiftStatement[];
  /** Cancels running statements and deletes all statements. */
  stop(): Promise<void>;
}

export interface RedshiftStatementsOptions {
  /** The time in milliseconds for which a statement without `WaitTimeSeconds` is SUBMITTED, so that callers can observe this status. Default: 20. */
  readonly submittedMs?: number | undefined;
}

export function redshiftStatements(
  runner: RedshiftRunner,
  { submittedMs = 20 }: RedshiftStatementsOptions = {},
): RedshiftStatements {
  const statements = new Map<string, RedshiftStatement>();
  const byToken = new Map<string, RedshiftStatement>();
  return {
    submit(request, sqls, isBatch) {
      const known = byToken.get(request.ClientToken ?? '');
      if (known !== undefined) return known;
      for (const sql of sqls) refuseLoading(sql);
      checkParameters(request, sqls);
      const statement = newStatement(request, sqls, { ...runner.ownerOf(request), isBatch });
      statements.set(statement.id, statement);
      if (request.ClientToken !== undefined) byToken.set(request.ClientToken, statement);
      statement.ended = runner.run(statement, (request.WaitTimeSeconds ?? 0) > 0 ? 0 : submittedMs);
      return statement;
    },
    find(id) {
      const statement = statements.get(id.split(':')[0] ?? '');
      const part = statement?.isBatch === true ? statement.parts.find((part) => part.id === id) : undefined;
      if (statement !== undefined && (part !== undefined || statement.id === id)) return { statement, part };
      throw new AwsError('ResourceNotFoundException', 'Query does not exist.', { members: { ResourceId: id } });
    },
    list: () => [...statements.values()].toReversed(),
    async stop() {
      const running = [...statements.values()];
      statements.clear();
      byToken.clear();
      for (const { cancel } of running) cancel.abort();
      await Promise.all(running.map(({ ended }) => ended));
      await runner.stop();
    },
  };
}

/** Checks that each parameter occurs in the SQL, and that each `:name` in the SQL has a parameter. */
function checkParameters({ Parameters = [] }: RedshiftRequest, sqls: readonly string[]): void {
  const given = Parameters.map(({ name }) => name);
  const used = new Set(sqls.flatMap((sql) => redshiftSql(sql).names));
  const missing = [...used].find((name) => !given.includes(name));
  if (missing !== undefined) throw invalid(`Cannot find parameter: ${missing}`);
  const unused = given.filter((name) => !used.has(name));
  if (unused.length > 0) {
    throw invalid(`Parameters list contains unused parameters. Unused parameters: [${unused.join(', ')}]`);
  }
}
