import { setTimeout as delay } from 'node:timers/promises';
import type { Databases } from '../postgres/databases.js';
import { describePart, describeStatement, hasResultSet, seconds } from './describe-statement.js';
import { listStatements } from './list-statements.js';
import { invalid, requiredMember, waitTimeMs, type RedshiftRequest } from './redshift-request.js';
import { redshiftCsvResult, redshiftResult } from './redshift-result.js';
import { redshiftRunner } from './redshift-runner.js';
import { isFinal, type RedshiftStatement } from './redshift-statement.js';
import { redshiftStatements, type RedshiftStatements, type RedshiftStatementsOptions } from './redshift-statements.js';

export interface RedshiftData {
  readonly operations: Readonly<Record<string, (request: RedshiftRequest) => Promise<unknown>>>;
  /** Cancels running statements and deletes all statements. */
  stop(): Promise<void>;
}

/** The Redshift Data API. */
export function redshiftData(databases: Databases, options?: RedshiftStatementsOptions): RedshiftData {
  const statements = redshiftStatements(redshiftRunner(databases), options);
  const submit = async (request: RedshiftRequest, sqls: readonly string[], isBatch: boolean): Promise<unknown> => {
    const waitMs = waitTimeMs(request);
    const statement = statements.submit(request, sqls, isBatch);
    await ended(statement, waitMs);
    return submitted(statement);
  };
  const found = async (request: RedshiftRequest): Promise<ReturnType<RedshiftStatements['find']>> => {
    const target = statements.find(statementId(request));
    await ended(target.statement, waitTimeMs(request));
    return target;
  };
  const resultOf = async (request: RedshiftRequest): Promise<Parameters<typeof redshiftResult>[0]> => {
    const { statement, part = statement.parts[0] } = await found(request);
    if (part === undefined || (statement.isBatch && !statementId(request).includes(':'))) {
      throw invalid('A batch has no result: request the result of one of its statements, e.g. `Id:1`.');
    }
    return { part, format: statement.resultFormat, nextToken: request.NextToken };
  };
  return {
    operations: {
      ExecuteStatement: (request) => submit(request, [requiredMember(request.Sql, 'sql')], false),
      BatchExecuteStatement: (request) => {
        const sqls = requiredMember(request.Sqls, 'sqls');
        if (sqls.length === 0 || sqls.length > 40) throw invalid('Sqls must contain from 1 to 40 statements.');
        return submit(request, sqls, true);
      },
      DescribeStatement: async (request) => {
        const { statement, part } = await found(request);
        return part === undefined ? describeStatement(statement) : describePart(part);
      },
      GetStatementResult: async (request) => redshiftResult(await resultOf(request)),
      GetStatementResultV2: async (request) => redshiftCsvResult(await resultOf(request)),
      CancelStatement: async (request) => cancel(statements.find(statementId(request)).statement),
      ListStatements: async (request) => listStatements(statements.list(), request),
    },
    stop: () => statements.stop(),
  };
}

const idPattern = /^[a-z0-9]{8}(-[a-z0-9]{4}){3}-[a-z0-9]{12}(:\d+)?$/;

function statementId(request: RedshiftRequest): string {
  const id = requiredMember(request.Id, 'id');
  if (!idPattern.test(id)) throw invalid(`id must satisfy regex pattern: ${idPattern.source}`);
  return id;
}

/** Resolves at the end of the statement, or after the given time. */
async function ended(statement: RedshiftStatement, waitMs: number): Promise<void> {
  if (waitMs > 0) await Promise.race([statement.ended, delay(waitMs, undefined, { ref: false })]);
}

function submitted(statement: RedshiftStatement): unknown {
  const { id, target, createdAt, sessionId, status, pid, parts } = statement;
  return {
    ...target,
    Id: id,
    CreatedAt: seconds(createdAt),
    SessionId: sessionId,
    Status: status,
    ...(isFinal(statement) ? { RedshiftPid: pid, HasResultSet: parts.some(hasResultSet) } : {}),
  };
}

async function cancel(statement: RedshiftStatement): Promise<unknown> {
  if (isFinal(statement)) {
    throw invalid(`Could not cancel a query that is already in ${statement.status} state with ID: ${statement.id}`);
  }
  statement.cancel.abort();
  await statement.ended;
  return { Status: statement.status === 'ABORTED' };
}
