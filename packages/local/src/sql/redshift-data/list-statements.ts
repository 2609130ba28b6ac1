import { seconds } from './describe-statement.js';
import { pageStart, pageToken } from './page-token.js';
import { invalid, type RedshiftRequest } from './redshift-request.js';
import type { RedshiftStatement } from './redshift-statement.js';

/** Returns the response of `ListStatements`. Default of `Status`: `FINISHED`. */
export function listStatements(statements: readonly RedshiftStatement[], request: RedshiftRequest): unknown {
  const { MaxResults = 100, Status = 'FINISHED', StatementName = '', NextToken } = request;
  if (MaxResults < 0 || MaxResults > 100) throw invalid('MaxResults must be from 0 to 100.');
  const members = ['ClusterIdentifier', 'WorkgroupName', 'Database'] as const;
  const matching = statements.filter(
    ({ status, name = '', target }) =>
      (Status === 'ALL' || status === Status) &&
      name.startsWith(StatementName) &&
      members.every((member) => request[member] === undefined || request[member] === target[member]),
  );
  const start = pageStart('statements', NextToken);
  const end = start + (MaxResults === 0 ? 100 : MaxResults);
  return {
    Statements: matching.slice(start, end).map(listed),
    NextToken: end < matching.length ? pageToken('statements', end) : undefined,
  };
}

function listed(statement: RedshiftStatement): Record<string, unknown> {
  const { id, isBatch, parts, status, name, createdAt, updatedAt, parameters, target } = statement;
  const sqls = parts.map(({ sql }) => sql);
  return {
    Id: id,
    IsBatchStatement: isBatch,
    QueryString: isBatch ? undefined : sqls[0],
    QueryStrings: isBatch ? sqls : undefined,
    QueryParameters: parameters.length > 0 ? parameters : undefined,
    ResultFormat: statement.resultFormat,
    SecretArn: target.SecretArn,
    SessionId: statement.sessionId,
    StatementName: name,
    Status: status,
    CreatedAt: seconds(createdAt),
    UpdatedAt: seconds(updatedAt),
  };
}
