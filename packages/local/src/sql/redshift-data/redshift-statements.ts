import { AwsError } from '../answers/aws-error.js';
import { redshiftSql } from '../text/redshift-sql.js';
import { invalid, type RedshiftRequest } from './redshift-request.js';
import type { RedshiftRunner } from './redshift-runner.js';
import { newStatement, type RedshiftStatement, type SubStatement } from './redshift-statement.js';
import { refuseLoading } from './refuse-loading.js';

export interface RedshiftStatements {
  /** Notes the statement; it is run later. */
  submit(request: RedshiftRequest, sqls: readonly string[], isBatch: boolean): RedshiftStatement;
  /** By its ID, or by that of one of its parts. */
  find(id: string): { readonly statement: RedshiftStatement; readonly part?: SubStatement | undefined };
  /** Those that were submitted last come first. */
  list(): RedshiftStatement[];
  /** Cancels what has not ended, and forgets all. */
  stop(): Promise<void>;
}

export interface RedshiftStatementsOptions {
  /** How long a statement that nobody waits for stays SUBMITTED, so that callers see it; default 20 ms. */
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

/** Each parameter has to be used, and each `:name` has to be given. */
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
